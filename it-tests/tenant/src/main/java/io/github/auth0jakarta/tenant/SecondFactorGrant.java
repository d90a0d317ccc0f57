package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Auth0's three grants that go on with a token request after a second factor. */
final class SecondFactorGrant implements Grant {

    private static final String PREFIX = "http://auth0.com/oauth/grant-type/mfa-";

    private final String name;
    private final Proof proof;
    private final SecondFactorDemands demands;

    /** What shows a factor: returns its type and, if there is one, the next recovery code. */
    private interface Proof {
        Shown show(String sub, Parameters form);
    }

    private record Shown(String type, @Nullable String recoveryCode) {}

    private SecondFactorGrant(String name, Proof proof, SecondFactorDemands demands) {
        this.name = name;
        this.proof = proof;
        this.demands = demands;
    }

    static List<Grant> all(SecondFactors factors, SecondFactorDemands demands) {
        return List.of(
                new SecondFactorGrant("otp", (sub, form) -> otp(factors, sub, form), demands),
                new SecondFactorGrant("oob", (sub, form) -> oob(factors, sub, form), demands),
                new SecondFactorGrant("recovery-code", (sub, form) -> recoveryCode(factors, sub, form), demands));
    }

    @Override
    public String type() {
        return PREFIX + name;
    }

    @Override
    public Map<String, Object> handle(TokenRequest request) {
        Parameters form = request.form();
        String token = form.require("mfa_token");
        SecondFactorDemands.Pending waiting = demands.require(token);
        if (!waiting.clientId().equals(request.client().id())) {
            throw new OAuthException(OAuth2Error.INVALID_GRANT, "mfa_token is of another client");
        }
        String audience = form.find("audience");
        if (audience != null && !Objects.equals(audience, waiting.audience())) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "audience is not that of the request that waits");
        }
        Shown shown = proof.show(waiting.sub(), form);
        Map<String, Object> response = new LinkedHashMap<>(demands.shown(token, shown.type()));
        if (shown.recoveryCode() != null) {
            response.put("recovery_code", shown.recoveryCode());
        }
        return response;
    }

    private static Shown otp(SecondFactors factors, String sub, Parameters form) {
        if (!factors.showOtp(sub, form.require("otp"))) {
            throw wrong("Invalid otp_code.");
        }
        return new Shown("otp", null);
    }

    private static Shown recoveryCode(SecondFactors factors, String sub, Parameters form) {
        String next = factors.showRecoveryCode(sub, form.require("recovery_code"));
        if (next == null) {
            throw wrong("MFA Authorization rejected.");
        }
        return new Shown("recovery-code", next);
    }

    private static Shown oob(SecondFactors factors, String sub, Parameters form) {
        String oobCode = form.require("oob_code");
        String type = factors.type(oobCode);
        return switch (factors.showOob(sub, oobCode, form.find("binding_code"))) {
            case RIGHT -> new Shown(type, null);
            case WRONG -> throw wrong("Invalid binding_code.");
            case PENDING ->
                throw new OAuthException(
                        new ErrorObject("authorization_pending", null, 400), "Authorization pending: please repeat");
        };
    }

    /** Auth0's status for a wrong code. */
    private static OAuthException wrong(String description) {
        return new OAuthException(OAuth2Error.INVALID_GRANT.setHTTPStatusCode(403), description);
    }
}
