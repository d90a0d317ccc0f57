package io.github.auth0jakarta.it.keycloak;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import java.util.HashMap;
import java.util.Map;

/** Keycloak's token endpoint, asked without the library. */
final class TokenEndpoint {

    private final HttpBrowser program = new HttpBrowser();
    private final String address;

    TokenEndpoint(String issuer) {
        this.address = issuer + "/protocol/openid-connect/token";
    }

    /** Returns an access token of the client itself. */
    String clientCredentials(KeycloakRealm.Client client, String scope) {
        return accessToken(ask(client, Map.of("grant_type", "client_credentials", "scope", scope)));
    }

    /** Returns an access token of the client itself, bound to the key of a proof. */
    String clientCredentials(KeycloakRealm.Client client, String scope, String proof) {
        Map<String, String> grant = Map.of("grant_type", "client_credentials", "scope", scope);
        return accessToken(ask(client, grant, Map.of("DPoP", proof)));
    }

    /** Returns the endpoint's address. */
    String address() {
        return address;
    }

    private static String accessToken(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer + "\n" + answer.body());
        }
        return answer.json().getString("access_token");
    }

    /** Sends a grant with client_secret_post. */
    Answer ask(KeycloakRealm.Client client, Map<String, String> grant) {
        return ask(client, grant, Map.of());
    }

    private Answer ask(KeycloakRealm.Client client, Map<String, String> grant, Map<String, String> headers) {
        Map<String, String> fields = new HashMap<>(grant);
        fields.put("client_id", client.id());
        fields.put("client_secret", client.secret());
        return program.postForm(RequestKind.PROGRAM, address, headers, fields);
    }
}
