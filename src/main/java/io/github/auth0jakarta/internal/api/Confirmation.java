package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.jose.Base64Url;
import io.github.auth0jakarta.internal.jose.Claims;
import io.github.auth0jakarta.internal.jose.TokenFault;
import io.github.auth0jakarta.internal.jose.TokenKind;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the {@code cnf} claim of an access token binds it to (RFC 7800, 3): a key by its thumbprint, or nothing we know. */
final class Confirmation {
    private static final String THUMBPRINT = "jkt";
    /** The other registered ways to bind a token to a key, of which a token has at most one (RFC 7800, 3.1; RFC 8705, 3.1). */
    private static final Set<String> OTHER_BINDINGS = Set.of("jwk", "jwe", "jku", "kid", "x5t#S256", "osc");

    private static final int SHA256_BYTES = 32;

    private Confirmation() {}

    /**
     * Returns the thumbprint of the key that the token is bound to (RFC 9449, 6.1), null where it is not bound.
     *
     * <p>Members that nobody has registered are ignored beside a thumbprint, as RFC 7800, 3.1 demands: Keycloak has one.
     *
     * @throws TokenValidationException where it is bound in another way, or in a further one: what cannot be checked must not
     *     be let through
     */
    static @Nullable String jwkThumbprint(Claims claims) {
        Map<String, @Nullable Object> confirmation = claims.object("cnf").orElse(null);
        if (confirmation == null) {
            return null;
        }
        if (!confirmation.containsKey(THUMBPRINT) || !Collections.disjoint(confirmation.keySet(), OTHER_BINDINGS)) {
            throw new TokenValidationException(
                    Auth0ErrorCode.ACCESS_TOKEN_BINDING_UNSUPPORTED,
                    "the token is bound to something that is no thumbprint of a key");
        }
        if (confirmation.get(THUMBPRINT) instanceof String thumbprint && isSha256(thumbprint)) {
            return thumbprint;
        }
        throw TokenKind.ACCESS_TOKEN.refuse(
                TokenFault.CLAIM_MALFORMED, "the claim cnf has a jkt that is no thumbprint");
    }

    private static boolean isSha256(String text) {
        return Base64Url.decode(text)
                .filter(bytes -> bytes.length == SHA256_BYTES)
                .isPresent();
    }
}
