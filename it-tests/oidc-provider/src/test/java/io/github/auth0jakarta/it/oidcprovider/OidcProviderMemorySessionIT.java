package io.github.auth0jakarta.it.oidcprovider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.HttpBrowser;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Back-channel logout where sessions are kept in the memory of the application. */
@ExtendWith(ArquillianExtension.class)
class OidcProviderMemorySessionIT {

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.configured().with("auth0.session.store", "memory").build();
    }

    @Test
    @Tag("BL-01")
    void sessionWhenUserLogsOutAtTheProviderThenEndedAndNoOther() {
        HttpBrowser bob = new HttpBrowser();
        Application.logIn(browser, Registered.ALICE);
        Application.logIn(bob, Registered.BOB);
        HttpBrowser copy = browser.copy();
        assertThat(Application.asJson(copy, "/page").status()).isEqualTo(200);
        ProviderPages.logOut(browser);
        assertThat(Application.asJson(browser, "/page").status()).isEqualTo(401);
        assertThat(Application.asJson(copy, "/page").status()).isEqualTo(401);
        assertThat(Application.asJson(bob, "/page").status()).isEqualTo(200);
    }
}
