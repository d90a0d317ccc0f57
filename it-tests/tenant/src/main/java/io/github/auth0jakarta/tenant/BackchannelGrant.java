package io.github.auth0jakarta.tenant;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** {@code urn:openid:params:grant-type:ciba}: the tokens of a request that its user has approved, once. */
final class BackchannelGrant implements Grant {

    private final Approvals approvals;
    private final RefreshTokens refreshTokens;
    private final Directory directory;
    private final TokenIssuer issuer;
    private final Randomness randomness;
    private final InstantSource clock;

    BackchannelGrant(
            Approvals approvals,
            RefreshTokens refreshTokens,
            Directory directory,
            TokenIssuer issuer,
            Randomness randomness,
            InstantSource clock) {
        this.approvals = approvals;
        this.refreshTokens = refreshTokens;
        this.directory = directory;
        this.issuer = issuer;
        this.randomness = randomness;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "urn:openid:params:grant-type:ciba";
    }

    @Override
    public Map<String, Object> handle(TokenRequest request) {
        Approvals.Asked asked = approvals.take(request.form().require("auth_req_id"), request.client());
        SsoSession session = SsoSession.begin(
                randomness.id(), asked.user().sub(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        Authorization authorization = new Authorization(request.client(), session, asked.extent());
        authorization.bind(request.thumbprint());
        Api api = directory.api(asked.extent().audience());
        Map<String, Object> response =
                issuer.issue(new TokenIssuer.Order(asked.user(), authorization, api, authorization.scope()), null);
        if (authorization.scope().contains(ScopePolicy.OFFLINE_ACCESS)) {
            response.put("refresh_token", refreshTokens.issue(authorization));
        }
        return response;
    }
}
