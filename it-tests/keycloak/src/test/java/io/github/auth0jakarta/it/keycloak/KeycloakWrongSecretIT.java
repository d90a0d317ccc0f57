package io.github.auth0jakarta.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.OwnLoginServlet;
import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application whose secret is not the one that Keycloak has. */
@ExtendWith(ArquillianExtension.class)
class KeycloakWrongSecretIT {

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.common()
                .with("auth0.client-id", KeycloakRealm.SERVICE.id())
                .with("auth0.client-secret", KeycloakRealm.STRANGER.secret())
                .with("auth0.audience", KeycloakRealm.AUDIENCE)
                .with("auth0.login.enabled", "false")
                .with(OwnLoginServlet.class)
                .build();
    }

    @Test
    void clientCredentialsWhenTheSecretIsWrongThenTheClientIsRefused() {
        Answer answer =
                browser.get(RequestKind.FETCH, Application.BASE + "/own/machine?audience=" + KeycloakRealm.AUDIENCE);
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.json().getString("code")).isEqualTo("server.invalid_client");
    }
}
