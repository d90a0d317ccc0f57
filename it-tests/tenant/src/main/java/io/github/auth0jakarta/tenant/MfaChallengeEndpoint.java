package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** {@code /mfa/challenge}: sends what the user has to answer; the client authenticates in the JSON object. */
final class MfaChallengeEndpoint extends MfaEndpoint {

    private final ClientAuthenticator authenticator;
    private final SecondFactors factors;
    private final SecondFactorDemands demands;

    MfaChallengeEndpoint(ClientAuthenticator authenticator, SecondFactors factors, SecondFactorDemands demands) {
        this.authenticator = authenticator;
        this.factors = factors;
        this.demands = demands;
    }

    @Override
    public String path() {
        return "/mfa/challenge";
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    Response answer(Request request) {
        Request asForm = request.jsonAsForm();
        Client client = authenticator.authenticate(asForm);
        Parameters form = asForm.form();
        SecondFactorDemands.Pending waiting = demands.require(form.require("mfa_token"));
        if (!waiting.clientId().equals(client.id())) {
            throw new OAuthException(OAuth2Error.INVALID_GRANT, "mfa_token is of another client");
        }
        String type = form.require("challenge_type");
        SecondFactor factor = factor(waiting.sub(), type, form);
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("challenge_type", type);
        if (type.equals("oob")) {
            response.put("oob_code", factors.send(waiting.sub(), factor));
            if (factor.kind != SecondFactor.Kind.PUSH) {
                response.put("binding_method", "prompt");
            }
        }
        return Response.json(200, response);
    }

    private SecondFactor factor(String sub, String type, Parameters form) {
        String id = form.find("authenticator_id");
        return factors.confirmed(sub).stream()
                .filter(factor -> factor.kind.authenticatorType.equals(type))
                .filter(factor -> id == null || Objects.equals(id, factor.id))
                .findFirst()
                .orElseThrow(() -> new OAuthException(
                        OAuth2Error.INVALID_REQUEST, "the user has no such confirmed authenticator"));
    }
}
