package io.github.auth0jakarta.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a logout that an administrator of Keycloak forces does to sessions of the application, which Keycloak tells by
 * back-channel logout. Not where the application asks for offline access: {@link KeycloakRefreshIT}.
 */
@ExtendWith(ArquillianExtension.class)
class KeycloakBackchannelLogoutIT {

    private final KeycloakAdmin admin = new KeycloakAdmin(SharedKeycloak.server());
    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.configured()
                .with("auth0.scope", "openid profile email")
                .build();
    }

    @Test
    @Tag("BL-01")
    @Tag("BL-14")
    void sessionWhenLogoutIsForcedThenEndedWithAllItsCopies() {
        HttpBrowser second = new HttpBrowser();
        Application.logIn(browser, KeycloakRealm.ALICE);
        Application.logIn(second, KeycloakRealm.ALICE);
        HttpBrowser copy = browser.copy();
        admin.logOut(KeycloakRealm.ALICE);
        assertThat(page(browser).status()).isEqualTo(401);
        assertThat(page(copy).status()).isEqualTo(401);
        assertThat(page(second).status()).isEqualTo(401);
    }

    @Test
    void sessionWhenLogoutOfAnotherUserIsForcedThenLivesOn() {
        Application.logIn(browser, KeycloakRealm.BOB);
        Application.logIn(new HttpBrowser(), KeycloakRealm.ALICE);
        admin.logOut(KeycloakRealm.ALICE);
        assertThat(page(browser).status()).isEqualTo(200);
    }

    @Test
    void loginWhenLogoutWasForcedThenPasswordIsAskedForAndSessionIsNew() {
        Application.logIn(browser, KeycloakRealm.ALICE);
        admin.logOut(KeycloakRealm.ALICE);
        Application.logIn(browser, KeycloakRealm.ALICE);
        assertThat(page(browser).status()).isEqualTo(200);
    }

    private static Answer page(HttpBrowser visitor) {
        return Application.asJson(visitor, "/page");
    }
}
