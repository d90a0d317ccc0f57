package io.github.auth0jakarta.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.ExchangeResource;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import jakarta.json.JsonObject;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak's standard token exchange, in which the application exchanges tokens of machines that name it as audience. */
@ExtendWith(ArquillianExtension.class)
class KeycloakTokenExchangeIT {

    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final HttpBrowser program = new HttpBrowser();
    private final TokenEndpoint tokens =
            new TokenEndpoint(SharedKeycloak.server().issuer());

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.configured()
                .with("auth0.token-exchange.subject-token-types", ACCESS_TOKEN)
                .with(ExchangeResource.class)
                .build();
    }

    private JsonObject exchange(String subjectToken, Map<String, String> headers) {
        String address = Application.BASE + "/api/exchange/custom?type=" + ACCESS_TOKEN + "&subject=" + subjectToken;
        return program.get(RequestKind.PROGRAM, address, headers).json();
    }

    @Test
    @Tag("TC-10")
    void tokenOfTheCallerBecomesAnotherOfTheSameCaller() {
        String token = tokens.clientCredentials(KeycloakRealm.SERVICE, "read:orders");

        JsonObject exchanged = exchange(token, Map.of("Authorization", "Bearer " + token));

        assertThat(exchanged.getString("issuedTokenType", exchanged.toString())).isEqualTo(ACCESS_TOKEN);
        JsonObject claims = Jwt.of(exchanged.getString("token")).claims();
        assertThat(claims.getString("sub")).isEqualTo(Jwt.of(token).claims().getString("sub"));
        assertThat(claims.getString("azp")).isEqualTo(KeycloakRealm.APPLICATION.id());
    }

    @Test
    void tokenThatDoesNotNameTheApplicationIsRefused() {
        String token = tokens.clientCredentials(KeycloakRealm.STRANGER, "read:orders");

        assertThat(exchange(token, Map.of()).getString("code")).startsWith("server.");
    }
}
