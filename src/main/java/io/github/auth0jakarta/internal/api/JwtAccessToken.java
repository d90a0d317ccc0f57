package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.VerifiedAccessToken;
import io.github.auth0jakarta.internal.jose.Claims;
import io.github.auth0jakarta.internal.oauth.Scopes;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An access token that is good for this API now; {@link AccessTokenValidator} alone makes one. */
public final class JwtAccessToken implements VerifiedAccessToken {
    private final String token;
    private final Claims claims;
    private final @Nullable String jwkThumbprint;
    private final ActorChain actors;

    /**
     * @param jwkThumbprint null for a token that is not bound to a key
     */
    JwtAccessToken(String token, Claims claims, @Nullable String jwkThumbprint, ActorChain actors) {
        this.token = token;
        this.claims = claims;
        this.jwkThumbprint = jwkThumbprint;
        this.actors = actors;
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public String issuer() {
        return claims.requireString("iss");
    }

    @Override
    public String subject() {
        return claims.requireString("sub");
    }

    @Override
    public List<String> audience() {
        return claims.has("aud") ? claims.requireAudience() : List.of();
    }

    @Override
    public Instant expiresAt() {
        return claims.requireInstant("exp");
    }

    @Override
    public Set<String> scopes() {
        return claims().get("scope") instanceof String scope ? Scopes.parse(scope) : Set.of();
    }

    /** A list that is not of texts throughout gives nothing: what was meant by it nobody knows. */
    @Override
    public Set<String> permissions() {
        if (claims().get("permissions") instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            Set<String> permissions = new LinkedHashSet<>();
            list.forEach(permission -> permissions.add((String) permission));
            return Set.copyOf(permissions);
        }
        return Set.of();
    }

    @Override
    public Optional<String> jwkThumbprint() {
        return Optional.ofNullable(jwkThumbprint);
    }

    @Override
    public ActorChain actors() {
        return actors;
    }

    @Override
    public Map<String, Object> claims() {
        return claims.asMap();
    }

    /** Says nothing about the token. */
    @Override
    public String toString() {
        return "JwtAccessToken";
    }
}
