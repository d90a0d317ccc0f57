package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the addresses of the My Account API have in common: an access token of the user for it, with the scope of the call and a
 * proof where it is bound to a key, and problem details (RFC 7807) of what is refused.
 */
abstract class MyAccountEndpoint implements Endpoint {

    /** Below the issuer. */
    static final String AUDIENCE = "me/";

    static final Set<String> SCOPES = Set.of(
            "create:me:connected_accounts",
            "read:me:connected_accounts",
            "delete:me:connected_accounts",
            "create:me:authentication_methods");

    static final String PATH = "/me/v1/connected-accounts/";

    private final String issuer;
    private final JwtVerifier verifier;
    private final DpopProofs proofs;
    private final InstantSource clock;

    MyAccountEndpoint(String issuer, JwtVerifier verifier, DpopProofs proofs, InstantSource clock) {
        this.issuer = issuer;
        this.verifier = verifier;
        this.proofs = proofs;
        this.clock = clock;
    }

    @Override
    public final Response handle(Request request) {
        Response response;
        try {
            response = answer(request);
        } catch (OAuthException e) {
            response = failure(e);
        }
        return DpopProofs.isIn(request) ? proofs.offerNonce(response) : response;
    }

    abstract Response answer(Request request);

    /** Returns the claims of the access token, which is for this API and this scope, and whose key was proved where it has one. */
    final Map<String, Object> claims(Request request, String scope) {
        PresentedToken presented = PresentedToken.of(request);
        Map<String, Object> claims = verifier.verify(presented.token());
        if (claims == null || !isCurrent(claims) || !isForThis(claims.get("aud"))) {
            throw PresentedToken.invalid("no access token for the My Account API");
        }
        presented.checkBinding(request, proofs, PresentedToken.thumbprint(claims));
        if (!ScopePolicy.parse(String.valueOf(claims.get("scope"))).contains(scope)) {
            throw new OAuthException(BearerTokenError.INSUFFICIENT_SCOPE, scope + " is needed");
        }
        return claims;
    }

    private boolean isCurrent(Map<String, Object> claims) {
        return claims.get("exp") instanceof Number exp && clock.instant().getEpochSecond() < exp.longValue();
    }

    private boolean isForThis(@Nullable Object aud) {
        String audience = issuer + AUDIENCE;
        return aud instanceof Collection<?> several ? several.contains(audience) : audience.equals(aud);
    }

    @Override
    public final Response failure(OAuthException e) {
        int status = status(e);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", issuer + "errors/" + e.error().getCode());
        problem.put("title", title(status));
        problem.put("status", status);
        problem.put("detail", e.error().getDescription());
        if (e instanceof InvalidMembers invalid) {
            problem.put("validation_errors", invalid.faults());
        }
        Response response = Response.of(status, "application/problem+json", JSONObjectUtils.toJSONString(problem))
                .withHeader("Cache-Control", Response.NO_STORE);
        return status == 401 || status == 403 ? response.withHeader("WWW-Authenticate", challenge(e)) : response;
    }

    private static int status(OAuthException e) {
        return switch (e.error().getCode()) {
            case "invalid_dpop_proof", "use_dpop_nonce" -> 401;
            default -> e.error().getHTTPStatusCode();
        };
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            default -> "Bad Request";
        };
    }

    /** RFC 6750 section 3.1: whoever sent no token at all is told the scheme and no error. */
    private static String challenge(OAuthException e) {
        String code = e.error().getCode();
        return switch (code) {
            case PresentedToken.MISSING -> "Bearer realm=\"tenant\"";
            case "invalid_dpop_proof", "use_dpop_nonce" ->
                "DPoP error=\"" + code + "\", algs=\"" + DpopProofs.ALGORITHM.getName() + "\"";
            default -> "Bearer realm=\"tenant\", error=\"" + code + "\"";
        };
    }
}
