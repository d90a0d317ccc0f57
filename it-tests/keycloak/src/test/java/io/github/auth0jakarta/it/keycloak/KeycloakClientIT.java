package io.github.auth0jakarta.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.OwnLoginServlet;
import io.github.auth0jakarta.it.TestApplication;
import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Client credentials and revocation at a provider that we did not write. */
@ExtendWith(ArquillianExtension.class)
class KeycloakClientIT {
    private static final String AUDIENCE = "audience=" + KeycloakRealm.AUDIENCE;

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.unconfigured()
                .with("auth0.issuer", SharedKeycloak.server().issuer())
                .with("auth0.allow-insecure-requests", "true")
                .with("auth0.client-id", KeycloakRealm.SERVICE.id())
                .with("auth0.client-secret", KeycloakRealm.SERVICE.secret())
                .with("auth0.audience", KeycloakRealm.AUDIENCE)
                .with("auth0.login.enabled", "false")
                .with(OwnLoginServlet.class)
                .build();
    }

    private Answer own(String what) {
        return browser.get(RequestKind.FETCH, Application.BASE + "/own/" + what);
    }

    private String token(String query) {
        Answer answer = own("machine?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getString("access_token");
    }

    private int orders(String token) {
        return browser.get(
                        RequestKind.PROGRAM,
                        Application.BASE + "/api/orders",
                        Map.of("Authorization", "Bearer " + token))
                .status();
    }

    /** RFC 7662, 2.2; Keycloak tells only who is in the token's audience. */
    private static boolean isActive(String token) {
        String address = SharedKeycloak.server().issuer() + "/protocol/openid-connect/token/introspect";
        Map<String, String> form = Map.of(
                "token", token,
                "client_id", KeycloakRealm.APPLICATION.id(),
                "client_secret", KeycloakRealm.APPLICATION.secret());
        return new HttpBrowser().post(RequestKind.PROGRAM, address, form).json().getBoolean("active");
    }

    @Test
    void clientCredentialsWhenAskedTwiceThenOneTokenThatTheApiTakes() {
        String token = token(AUDIENCE + "&scope=read:orders");
        assertThat(token(AUDIENCE + "&scope=read:orders")).isEqualTo(token);
        assertThat(orders(token)).isEqualTo(200);
        assertThat(orders(token(AUDIENCE + "&scope=write:orders"))).isEqualTo(403);
    }

    @Test
    void revokeWhenItIsGoodThenNotActiveAnyMore() {
        String token = token(AUDIENCE);
        assertThat(isActive(token)).isTrue();
        assertThat(own("revoke-machine?" + AUDIENCE).status()).isEqualTo(204);
        assertThat(isActive(token)).isFalse();
    }

    @Test
    void clientCredentialsWhenTheScopeIsUnknownThenTyped() {
        Answer answer = own("machine?" + AUDIENCE + "&scope=unknown");
        assertThat(answer.json().getString("code")).isEqualTo("server.error_response");
    }
}
