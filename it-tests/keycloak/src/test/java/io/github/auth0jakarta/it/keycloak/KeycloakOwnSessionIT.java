package io.github.auth0jakarta.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.OwnLoginServlet;
import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stateless client in an application that keeps its own session. */
@ExtendWith(ArquillianExtension.class)
class KeycloakOwnSessionIT {

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.configured()
                .with("auth0.login.enabled", "false")
                .with(OwnLoginServlet.class)
                .build();
    }

    @BeforeEach
    void logIn() {
        Answer page = browser.open(Application.BASE + "/own/login");
        Answer callback = browser.submit(LoginPage.filledIn(page, KeycloakRealm.ALICE));
        assertThat(callback.status()).as(callback.body()).isEqualTo(200);
        assertThat(callback.json().getString("scope", callback.body())).contains("openid");
    }

    private Answer own(String what) {
        return browser.get(RequestKind.FETCH, Application.BASE + "/own/" + what);
    }

    @Test
    void userInfoWhenLoggedInThenOfTheUser() {
        assertThat(own("userinfo").json().getString("preferred_username")).isEqualTo("alice");
    }

    @Test
    void refreshWhenRotatedEachTimeThenTheNextOneSucceeds() {
        assertThat(own("refresh").json().getString("scope")).contains("openid");
        assertThat(own("refresh").json().getString("scope")).contains("openid");
    }

    @Test
    void refreshWhenTheTokenWasRevokedThenRefused() {
        own("refresh");
        assertThat(own("revoke").status()).isEqualTo(204);
        assertThat(own("refresh").json().getString("code")).isEqualTo("server.invalid_grant");
        assertThat(own("revoke").status()).as("revoked twice (RFC 7009, 2.2)").isEqualTo(204);
    }
}
