package io.github.auth0jakarta.internal.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.auth0jakarta.internal.jose.VerifiedJwt;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What access tokens say that one validator found good a short while ago, by their hash; bounded, and without the tokens.
 *
 * <p>That a token is in here says that its signature was good and that it kept the validator's rules. What changes with
 * time, with the issuer's keys or with the request is for the validator to look at again.
 */
public final class VerifiedTokens {
    private final Cache<TokenDigest, VerifiedJwt> tokens;

    /**
     * @param maximum how many are remembered, at least one
     * @param duration for how long
     * @param clock tells the time
     */
    public VerifiedTokens(int maximum, Duration duration, InstantSource clock) {
        this.tokens = Caffeine.newBuilder()
                .maximumSize(maximum)
                .expireAfterWrite(duration)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    @Nullable
    VerifiedJwt find(TokenDigest digest) {
        return tokens.getIfPresent(digest);
    }

    void keep(TokenDigest digest, VerifiedJwt token) {
        tokens.put(digest, token);
    }

    /** Forgets all. */
    public void clear() {
        tokens.invalidateAll();
    }
}
