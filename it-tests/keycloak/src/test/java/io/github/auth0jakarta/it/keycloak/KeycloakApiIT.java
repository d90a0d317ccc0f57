package io.github.auth0jakarta.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import jakarta.json.JsonObject;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API of the application, called with Keycloak's access tokens. */
@ExtendWith(ArquillianExtension.class)
class KeycloakApiIT {

    private static final String ME = Application.BASE + "/api/me";
    private static final String ORDERS = Application.BASE + "/api/orders";

    private final HttpBrowser program = new HttpBrowser();
    private final String issuer = SharedKeycloak.server().issuer();
    private final TokenEndpoint tokens = new TokenEndpoint(issuer);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.configured().build();
    }

    @Test
    void meWhenTokenIsAUsersThenTellsCallerAndGroups() {
        String token = ofAlice("openid read:orders").getString("access_token");
        JsonObject caller = get(ME, token).json();
        assertThat(caller.getString("caller")).isEqualTo(Jwt.of(token).claims().getString("sub"));
        assertThat(Application.groups(caller)).contains("admin", "SCOPE_read:orders");
    }

    @Test
    void meWhenTokenIsAMachinesThenTellsIt() {
        String token = tokens.clientCredentials(KeycloakRealm.SERVICE, "read:orders");
        JsonObject caller = get(ME, token).json();
        assertThat(caller.getString("caller")).isEqualTo(Jwt.of(token).claims().getString("sub"));
        assertThat(caller.getJsonObject("claims").getString("azp")).isEqualTo(KeycloakRealm.SERVICE.id());
    }

    @Test
    void ordersWhenScopeIsReadThenReadAndNotWritten() {
        String token = tokens.clientCredentials(KeycloakRealm.SERVICE, "read:orders");
        assertThat(get(ORDERS, token).status()).isEqualTo(200);
        assertThat(post(ORDERS, token).status()).isEqualTo(403);
    }

    @Test
    void ordersWhenScopeIsWriteThenWrittenAndNotRead() {
        String token = tokens.clientCredentials(KeycloakRealm.SERVICE, "write:orders");
        assertThat(get(ORDERS, token).status()).isEqualTo(403);
        assertThat(post(ORDERS, token).status()).isEqualTo(201);
    }

    @Test
    void meWhenTokenIsForAnotherApiThenInvalidToken() {
        refused(get(ME, tokens.clientCredentials(KeycloakRealm.STRANGER, "read:orders")));
    }

    @Test
    void meWhenTokenIsAnIdTokenThenInvalidToken() {
        refused(get(ME, ofAlice("openid").getString("id_token")));
    }

    @Test
    void meWhenSignatureIsOfAnotherTokenThenInvalidToken() {
        String one = tokens.clientCredentials(KeycloakRealm.SERVICE, "read:orders");
        String other = tokens.clientCredentials(KeycloakRealm.SERVICE, "write:orders");
        refused(get(ME, one.substring(0, one.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'))));
    }

    @Test
    void meWhenTokenIsGarbageThenInvalidToken() {
        refused(get(ME, "garbage"));
    }

    @Test
    void meWhenNoTokenThenUnauthorizedAndNotRedirected() {
        Answer answer = program.get(RequestKind.PROGRAM, ME);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate"))
                .hasValueSatisfying(
                        value -> assertThat(value).startsWith("Bearer").doesNotContain("error="));
    }

    private JsonObject ofAlice(String scope) {
        return new CodeFlow(issuer).tokens(new HttpBrowser(), KeycloakRealm.ALICE, scope);
    }

    private Answer get(String address, String token) {
        return program.get(RequestKind.PROGRAM, address, authorization(token));
    }

    private Answer post(String address, String token) {
        return program.post(RequestKind.PROGRAM, address, authorization(token), "");
    }

    private static Map<String, String> authorization(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate"))
                .hasValueSatisfying(
                        value -> assertThat(value).startsWith("Bearer").contains("error=\"invalid_token\""));
    }
}
