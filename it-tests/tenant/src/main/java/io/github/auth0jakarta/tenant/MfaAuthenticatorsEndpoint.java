package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /mfa/authenticators}: lists a user's factors by {@code mfa_token}, and deletes one by access token, as Auth0 wants it. */
final class MfaAuthenticatorsEndpoint extends MfaEndpoint {

    static final String PATH = "/mfa/authenticators";

    private final SecondFactors factors;
    private final SecondFactorDemands demands;
    private final JwtVerifier verifier;
    private final String audience;
    private final InstantSource clock;

    MfaAuthenticatorsEndpoint(
            SecondFactors factors,
            SecondFactorDemands demands,
            JwtVerifier verifier,
            String audience,
            InstantSource clock) {
        this.factors = factors;
        this.demands = demands;
        this.verifier = verifier;
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public int levelsBelow() {
        return 1;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "DELETE");
    }

    @Override
    Response answer(Request request) {
        boolean one = request.path().length() > PATH.length();
        if (request.method().equals("DELETE") != one) {
            return Response.of(405, "text/plain", "Method Not Allowed");
        }
        return one ? delete(request) : list(request);
    }

    private Response list(Request request) {
        List<Map<String, Object>> all =
                factors.json(demands.require(bearer(request)).sub());
        return Response.of(200, "application/json", JSONArrayUtils.toJSONString(all))
                .withHeader("Cache-Control", Response.NO_STORE);
    }

    private Response delete(Request request) {
        String sub = owner(bearer(request));
        String id = URLDecoder.decode(request.path().substring(PATH.length() + 1), StandardCharsets.UTF_8);
        return factors.delete(sub, id)
                ? Response.empty(204)
                : Response.of(404, "application/json", "{\"error\":\"not_found\"}");
    }

    private String owner(String token) {
        Map<String, Object> claims = verifier.verify(token);
        if (claims == null
                || !(claims.get("exp") instanceof Number exp)
                || clock.instant().getEpochSecond() >= exp.longValue()
                || !isForThis(claims.get("aud"))) {
            throw new OAuthException(BearerTokenError.INVALID_TOKEN, "no access token for the MFA API");
        }
        if (!ScopePolicy.parse(String.valueOf(claims.get("scope"))).contains("remove:authenticators")) {
            throw new OAuthException(BearerTokenError.INSUFFICIENT_SCOPE, "remove:authenticators is needed");
        }
        return String.valueOf(claims.get("sub"));
    }

    private boolean isForThis(@Nullable Object aud) {
        return aud instanceof Collection<?> several ? several.contains(audience) : audience.equals(aud);
    }
}
