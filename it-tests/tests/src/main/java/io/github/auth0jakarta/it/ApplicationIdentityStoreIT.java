package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.tenant.Demo;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An identity store of the application adds groups to those of the tokens. */
class ApplicationIdentityStoreIT extends ClientTest {

    private static final String GROUP = "\"from-app-store\"";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("it.extra-group.caller", Demo.BOB_SUB)
                .build();
    }

    @Test
    void sessionHasTheGroup() {
        logInAsBob(browser);

        assertThat(identities(browser).json().getJsonArray("groups").toString()).contains(GROUP, "\"user\"");
    }

    @Test
    void accessTokenHasTheGroup() {
        String groups = call(accessToken(Demo.BOB_SUB).sign(), "/api/me")
                .json()
                .getJsonArray("groups")
                .toString();

        assertThat(groups).contains(GROUP, "\"user\"");
    }

    @Test
    void othersDoNotHaveIt() {
        logInAsAlice(browser);

        assertThat(identities(browser).json().getJsonArray("groups").toString()).doesNotContain(GROUP);
    }
}
