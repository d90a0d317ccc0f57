package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.jose.Base64Url;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tokens say that were issued to this application for others to verify: nothing that a decision in favour of anybody may
 * rest on.
 */
public final class UnverifiedClaims {
    private static final int LONGEST = 16 * 1024;

    private final StrictJson json;

    public UnverifiedClaims(StrictJson json) {
        this.json = json;
    }

    /** Returns the subject that a token names; empty where it is no JWT, or names none. */
    public Optional<String> subject(String token) {
        return Optional.ofNullable(of(token).get("sub"))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** Returns the actors that a token names; empty of them where it is no JWT, or names none that can be read. */
    public ActorChain actors(String token) {
        try {
            return ActorChain.of(of(token));
        } catch (TokenValidationException e) {
            return ActorChain.of(Map.of());
        }
    }

    private Map<String, @Nullable Object> of(String token) {
        String[] parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
        byte[] payload = parts.length == 3 ? Base64Url.decode(parts[1]).orElse(null) : null;
        try {
            return payload == null ? Map.of() : json.readObject(payload);
        } catch (MalformedJsonException e) {
            return Map.of();
        }
    }
}
