package io.github.auth0jakarta.it.oidcprovider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a logout at the provider, of which the browser tells the application nothing, does to the session. */
@ExtendWith(ArquillianExtension.class)
class OidcProviderBackchannelLogoutIT {

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.configured().build();
    }

    @Test
    @Tag("BL-14")
    void sessionWhenUserLogsOutAtTheProviderThenEndedWithAllItsCopies() {
        Application.logIn(browser, Registered.ALICE);
        HttpBrowser copy = browser.copy();
        ProviderPages.logOut(browser);
        assertThat(page(browser).status()).isEqualTo(401);
        assertThat(page(copy).status()).isEqualTo(401);
    }

    @Test
    @Tag("BL-01")
    void sessionWhenItsUserLogsOutOfAnotherThenLivesOn() {
        HttpBrowser other = new HttpBrowser();
        Application.logIn(browser, Registered.ALICE);
        Application.logIn(other, Registered.ALICE);
        ProviderPages.logOut(other);
        assertThat(page(other).status()).isEqualTo(401);
        assertThat(page(browser).status()).isEqualTo(200);
    }

    @Test
    void loginWhenEarlierSessionWasEndedThenSessionIsNew() {
        Application.logIn(browser, Registered.ALICE);
        ProviderPages.logOut(browser);
        Application.logIn(browser, Registered.BOB);
        assertThat(page(browser).json().getString("caller")).isEqualTo("user-bob");
    }

    private static Answer page(HttpBrowser visitor) {
        return Application.asJson(visitor, "/page");
    }
}
