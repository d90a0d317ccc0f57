package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An access token as it was presented to one of the tenant's own APIs.
 *
 * @param scheme in lower case, one of the two
 */
record PresentedToken(String scheme, String token) {

    static final String MISSING = "unauthorized";

    private static final String BEARER = "bearer";
    private static final String DPOP = "dpop";

    static PresentedToken of(Request request) {
        List<String> headers = request.headers().getOrDefault("authorization", List.of());
        if (headers.isEmpty()) {
            throw new OAuthException(new ErrorObject(MISSING, "", 401), "an access token is required");
        }
        String[] parts = headers.get(0).split(" +", 2);
        String scheme = parts[0].toLowerCase(Locale.ROOT);
        boolean known = scheme.equals(BEARER) || scheme.equals(DPOP);
        if (headers.size() > 1 || parts.length != 2 || !known) {
            throw new OAuthException(BearerTokenError.INVALID_REQUEST, "one access token is required");
        }
        return new PresentedToken(scheme, parts[1].strip());
    }

    boolean isBearer() {
        return scheme.equals(BEARER);
    }

    /** RFC 9449 section 7: a bound token needs its scheme and its key's proof, and no other token may have them. */
    void checkBinding(Request request, DpopProofs proofs, @Nullable String thumbprint) {
        boolean bound = thumbprint != null;
        if (bound == isBearer()) {
            throw invalid(bound ? "access token is bound to a key" : "access token is not bound");
        }
        if (bound && !proofs.thumbprint(request, token).equals(thumbprint)) {
            throw invalid("access token is bound to another key");
        }
    }

    /** The key that a token is bound to, by its claims (RFC 9449 section 6.1). */
    static @Nullable String thumbprint(Map<String, Object> claims) {
        return claims.get("cnf") instanceof Map<?, ?> confirmation && confirmation.get("jkt") instanceof String key
                ? key
                : null;
    }

    static OAuthException invalid(String description) {
        return new OAuthException(BearerTokenError.INVALID_TOKEN, description);
    }
}
