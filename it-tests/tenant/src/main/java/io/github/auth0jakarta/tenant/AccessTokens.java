package io.github.auth0jakarta.tenant;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The access tokens that the tenant gave out: opaque ones by value, JWTs by {@code jti}. */
final class AccessTokens {

    /** What an access token stands for. */
    record Issued(Authorization authorization, Set<String> scope) {}

    private final Expiring<Issued> tokens;

    AccessTokens(InstantSource clock) {
        this.tokens = new Expiring<>(clock);
    }

    void add(String key, Issued issued, Duration lifetime) {
        tokens.put(key, issued, lifetime);
    }

    @Nullable
    Issued find(@Nullable String key) {
        return tokens.find(key);
    }
}
