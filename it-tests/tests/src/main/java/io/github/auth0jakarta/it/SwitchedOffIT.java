package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Switched off, the jar in the application does nothing and breaks nothing.
 *
 * <p>Has a context path of its own, because Open Liberty goes on asking the mechanism of the application that was deployed
 * there before.
 */
class SwitchedOffIT extends ClientTest {

    private static final String OFF = TestServer.ORIGIN + "/off";

    /** Nobody can log in. WildFly, told to leave authentication to a mechanism of the application, finds none and fails. */
    private static final List<Integer> REFUSALS = TestServer.isWildFly() ? List.of(500) : List.of(401, 403);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.enabled", "false")
                .movedTo("off")
                .build();
    }

    @Test
    void publicPagesAreServed() {
        assertThat(browser.visit(OFF + "/").status()).isEqualTo(200);
    }

    @Test
    void injectedSessionIsEmpty() {
        Answer identities = browser.get(RequestKind.FETCH, OFF + "/test/identities");

        assertThat(identities.status()).isEqualTo(200);
        assertThat(identities.json().getString("source")).isEqualTo("NONE");
    }

    @Test
    void protectedPagesStayProtected() {
        String token = accessToken(Demo.ALICE_SUB).sign();

        assertThat(browser.visit(OFF + "/page").status()).isIn(REFUSALS);
        assertThat(browser.get(RequestKind.PROGRAM, OFF + "/page", bearer(token))
                        .status())
                .isIn(REFUSALS);
    }

    @Test
    void routesAreNotThere() {
        assertThat(browser.visit(OFF + "/auth/login").status()).isEqualTo(404);
    }
}
