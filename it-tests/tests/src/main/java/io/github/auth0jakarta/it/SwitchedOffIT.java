package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.tenant.Demo;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Without settings, the jar in the application does nothing and breaks nothing. */
class SwitchedOffIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.enabled", "false")
                .withoutIdentityStore()
                .build();
    }

    @Test
    void publicPagesAreServed() {
        assertThat(browser.visit(APP + "/").status()).isEqualTo(200);
    }

    @Test
    void injectedSessionIsEmpty() {
        assertAnonymous(browser);
    }

    @Test
    void protectedPagesStayProtected() {
        assertThat(browser.visit(APP + "/page").status()).isIn(401, 403);
        assertThat(call(accessToken(Demo.ALICE_SUB).sign(), "/page").status()).isIn(401, 403);
    }

    @Test
    void routesAreNotThere() {
        assertThat(browser.visit(APP + "/auth/login").status()).isEqualTo(404);
    }
}
