package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the addresses of the My Account API have in common: an access token of the user for it, with the scope of the call. */
abstract class MyAccountEndpoint implements Endpoint {

    /** Below the issuer. */
    static final String AUDIENCE = "me/";

    static final Set<String> SCOPES = Set.of(
            "create:me:connected_accounts",
            "read:me:connected_accounts",
            "delete:me:connected_accounts",
            "create:me:authentication_methods");

    static final String PATH = "/me/v1/connected-accounts/";

    private static final String BEARER = "Bearer ";

    private final String audience;
    private final JwtVerifier verifier;
    private final InstantSource clock;

    MyAccountEndpoint(String issuer, JwtVerifier verifier, InstantSource clock) {
        this.audience = issuer + AUDIENCE;
        this.verifier = verifier;
        this.clock = clock;
    }

    /** Returns whose access token for connected accounts it is. */
    final String owner(Request request, String action) {
        return String.valueOf(claims(request, action + ":me:connected_accounts").get("sub"));
    }

    /** Returns the claims of the request's access token, which has a scope. */
    final Map<String, Object> claims(Request request, String scope) {
        String header = request.header("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            throw new OAuthException(BearerTokenError.MISSING_TOKEN.setHTTPStatusCode(401), "a bearer token is needed");
        }
        Map<String, Object> claims = verifier.verify(header.substring(BEARER.length()));
        if (claims == null || !isCurrent(claims) || !isForThis(claims.get("aud"))) {
            throw new OAuthException(BearerTokenError.INVALID_TOKEN, "no access token for the My Account API");
        }
        if (!ScopePolicy.parse(String.valueOf(claims.get("scope"))).contains(scope)) {
            throw new OAuthException(BearerTokenError.INSUFFICIENT_SCOPE, scope + " is needed");
        }
        return claims;
    }

    private boolean isCurrent(Map<String, Object> claims) {
        return claims.get("exp") instanceof Number exp && clock.instant().getEpochSecond() < exp.longValue();
    }

    private boolean isForThis(@Nullable Object aud) {
        return aud instanceof Collection<?> several ? several.contains(audience) : audience.equals(aud);
    }
}
