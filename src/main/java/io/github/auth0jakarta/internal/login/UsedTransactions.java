package io.github.auth0jakarta.internal.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * The states whose answer was taken already, so that a cookie that was kept cannot have the same code sent twice.
 *
 * <p>Bounded; on overflow the oldest are forgotten, and the provider's own rule that a code works once remains.
 */
final class UsedTransactions {
    private static final int MOST = 100_000;

    private final Cache<String, Boolean> states;

    UsedTransactions(Duration lifetime) {
        this.states = Caffeine.newBuilder()
                .expireAfterWrite(lifetime)
                .maximumSize(MOST)
                .build();
    }

    /** Returns whether this is the first use. */
    boolean use(String state) {
        return states.asMap().putIfAbsent(state, true) == null;
    }
}
