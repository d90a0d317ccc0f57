package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.User;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever of the application fails while a caller is authenticated, the caller is not let in. */
class FailClosedIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().with(FailingExtensions.class).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {FailingExtensions.MAPPER, FailingExtensions.MAPPER_NULL, FailingExtensions.STORE})
    @Tag("AC-14")
    void accessTokenIsRefused(String sub) {
        for (String path : new String[] {"/api/me", "/test/identities", "/page"}) {
            Answer answer = call(
                    accessToken(Demo.BOB_SUB, "read:orders").claim("sub", sub).sign(), path);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().getString("code")).isEqualTo("access_token.not_accepted");
            assertThat(answer.body()).doesNotContain("fails for");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FailingExtensions.MAPPER,
                FailingExtensions.MAPPER_NULL,
                FailingExtensions.STORE,
                FailingExtensions.OBSERVER
            })
    @Tag("AC-14")
    void loginIsRefused(String sub) {
        tenant.register(User.builder(sub, "failing@example.com", "Failing-Password-1")
                .permissions(Demo.AUDIENCE, "read:orders")
                .build());

        Answer answer = logIn(browser, APP + "/page", "failing@example.com", "Failing-Password-1");

        assertThat(answer.status()).isBetween(400, 599);
        assertThat(answer.body()).contains("login.").doesNotContain("fails for", sub);
        assertAnonymous(browser);
    }

    @Test
    void mapperHasTheLastWordOnGroups() {
        Answer me = call(accessToken(Demo.ALICE_SUB, "read:orders").sign(), "/api/me");
        logInAsAlice(browser);

        assertThat(me.json().getJsonArray("groups").toString()).contains("\"mapped\"", "\"SCOPE_read:orders\"");
        assertThat(identities(browser).json().getJsonArray("groups").toString()).contains("\"mapped\"", "\"admin\"");
    }
}
