package io.github.auth0jakarta.internal.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.github.auth0jakarta.spi.RevocationStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Revocations in the memory of this process: gone with it, and unknown to other nodes.
 *
 * <p>Bounded; where it is full, old ones give way and the log says so once.
 */
public final class MemoryRevocationStore implements RevocationStore {
    /** Some 200 MB, far more than an application of one node ends in three days. */
    public static final int MAXIMUM = 1_000_000;

    private static final Logger LOGGER = System.getLogger(MemoryRevocationStore.class.getName());

    private final Cache<String, Revocation> revocations;
    private final AtomicBoolean warned = new AtomicBoolean();

    private record Revocation(Instant notIssuedAfter, Instant until) {

        Revocation and(Revocation other) {
            return new Revocation(later(notIssuedAfter, other.notIssuedAfter), later(until, other.until));
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    public MemoryRevocationStore(int maximum, InstantSource clock) {
        this.revocations = Caffeine.newBuilder()
                .expireAfter(Expiry.<String, Revocation>writing(
                        (key, revocation) -> Duration.between(clock.instant(), revocation.until())))
                .maximumSize(maximum)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .evictionListener(this::evicted)
                .build();
    }

    private void evicted(@Nullable String key, @Nullable Revocation revocation, RemovalCause cause) {
        if (cause == RemovalCause.SIZE && warned.compareAndSet(false, true)) {
            LOGGER.log(
                    Level.WARNING,
                    "More sessions have ended than can be remembered; cookies of some of them work again until they expire");
        }
    }

    @Override
    public void revoke(String key, Instant notIssuedAfter, Instant until) {
        revocations.asMap().merge(key, new Revocation(notIssuedAfter, until), Revocation::and);
    }

    @Override
    public boolean isRevoked(String key, Instant issuedAt) {
        Revocation revocation = revocations.getIfPresent(key);
        return revocation != null && !issuedAt.isAfter(revocation.notIssuedAfter());
    }

    @Override
    public boolean addIfAbsent(String key, Instant until) {
        return revocations.asMap().putIfAbsent(key, new Revocation(Instant.MIN, until)) == null;
    }

    /** Forgets all. */
    public void clear() {
        revocations.invalidateAll();
    }
}
