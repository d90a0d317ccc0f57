package io.github.auth0jakarta.internal.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * The newest content of the sessions in cookies that have changed a moment ago, for requests that still carry an older one.
 *
 * <p>A browser sends many requests at once, all with the cookie of before; without this a late answer would give it back a
 * refresh token that has been used.
 */
public final class RecentSessions {
    /** Longer than any request that is still under way should take. */
    static final Duration KEPT = Duration.ofSeconds(60);

    private static final int MOST_KEPT = 10_000;

    private final Cache<String, SessionData> newest;

    public RecentSessions(InstantSource clock) {
        this.newest = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST_KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Returns the newest content that is known: this one, or a newer one. */
    SessionData newest(SessionData current) {
        SessionData known = newest.getIfPresent(current.id());
        return known != null && known.version() > current.version() ? known : current;
    }

    /** Remembers a content that was made of another one; does nothing where that is not the newest any more. */
    boolean replace(SessionData base, SessionData next) {
        return next.equals(newest.asMap()
                .compute(base.id(), (id, known) -> known == null || known.version() <= base.version() ? next : known));
    }

    /** Forgets a session that has ended. */
    void forget(SessionData session) {
        newest.invalidate(session.id());
    }

    /** Forgets all. */
    public void clear() {
        newest.invalidateAll();
    }
}
