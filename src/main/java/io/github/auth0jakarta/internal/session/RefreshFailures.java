package io.github.auth0jakarta.internal.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a session from asking a provider again that has just failed.
 *
 * <p>An outage counts for all questions of the session and longer each time, any other refusal for its question.
 */
final class RefreshFailures {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_KEPT = 10_000;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final Cache<Key, Failure> failures;
    private final InstantSource clock;

    /** What failed; the question is null for an outage. */
    private record Key(String sessionId, @Nullable TokenQuestion question) {}

    private record Failure(Auth0Exception cause, Duration pause, Instant until) {}

    RefreshFailures(InstantSource clock) {
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .expireAfterWrite(LONGEST_PAUSE.multipliedBy(2))
                .maximumSize(MOST_KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Throws what a question failed with a moment ago. */
    void throwRecent(String sessionId, TokenQuestion question) {
        throwRecent(new Key(sessionId, null));
        throwRecent(new Key(sessionId, question));
    }

    private void throwRecent(Key key) {
        Failure failure = failures.getIfPresent(key);
        if (failure != null && clock.instant().isBefore(failure.until())) {
            throw failure.cause();
        }
    }

    void remember(String sessionId, TokenQuestion question, Auth0Exception cause) {
        boolean outage = isOutage(cause);
        failures.asMap().compute(new Key(sessionId, outage ? null : question), (key, last) -> {
            Duration pause =
                    !outage || last == null ? FIRST_PAUSE : shorter(last.pause().multipliedBy(2), LONGEST_PAUSE);
            return new Failure(cause, pause, clock.instant().plus(pause).plus(jitter(sessionId, pause)));
        });
    }

    private static boolean isOutage(Auth0Exception cause) {
        return cause instanceof TransportException
                || (cause instanceof AuthorizationServerException refused
                        && (refused.status() >= SERVER_ERROR || refused.status() == TOO_MANY_REQUESTS));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Up to a half more, another for each session, so that they do not all come back at the same time. */
    private static Duration jitter(String sessionId, Duration pause) {
        return pause.multipliedBy(Math.floorMod(sessionId.hashCode(), 100)).dividedBy(200);
    }

    void forget(String sessionId) {
        failures.invalidate(new Key(sessionId, null));
    }

    void clear() {
        failures.invalidateAll();
    }
}
