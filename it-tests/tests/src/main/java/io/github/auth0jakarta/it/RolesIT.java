package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code @RolesAllowed}, {@code @ServletSecurity} and {@code <security-constraint>} mean the same on every server. */
class RolesIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/admin", "/constraint/x", "/constraint/deep/er"})
    void pageSendsAnonymousToTheLogin(String path) {
        Answer answer = browser.visit(APP + path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location().orElseThrow().toString()).startsWith(tenant.issuer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/roles/admin", "/api/roles/inherited", "/api/orders"})
    void apiChallengesAnonymous(String path) {
        Answer answer = browser.get(RequestKind.PROGRAM, APP + path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
        assertThat(answer.header("Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/admin", "/constraint/x", "/api/roles/admin"})
    void sessionWithTheRoleIsLetIn(String path) {
        logInAsAlice(browser);

        assertThat(browser.visit(APP + path).status()).isEqualTo(200);
        assertThat(browser.get(RequestKind.FETCH, APP + path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/admin", "/constraint/x", "/api/roles/admin"})
    void sessionWithoutTheRoleIsForbidden(String path) {
        logInAsBob(browser);

        assertThat(browser.visit(APP + path).status()).isEqualTo(403);
        assertThat(browser.get(RequestKind.FETCH, APP + path).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/admin", "/constraint/x", "/api/roles/admin"})
    void accessTokenWithTheRoleIsLetIn(String path) {
        assertThat(call(accessToken(Demo.ALICE_SUB).sign(), path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/admin", "/constraint/x", "/api/roles/admin", "/api/roles/inherited"})
    void accessTokenWithoutTheRoleIsForbidden(String path) {
        Answer answer = call(accessToken(Demo.BOB_SUB).sign(), path);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void nobodyIsLetInWhereAllAreDenied() {
        assertThat(browser.get(RequestKind.PROGRAM, APP + "/api/roles/denied").status())
                .isIn(401, 403);
        assertThat(call(accessToken(Demo.ALICE_SUB).sign(), "/api/roles/denied").status())
                .isEqualTo(403);
    }

    @Test
    void everybodyIsLetInWhereAllArePermitted() {
        assertThat(browser.get(RequestKind.PROGRAM, APP + "/api/roles/open").status())
                .isEqualTo(200);
        assertThat(call(accessToken(Demo.BOB_SUB).sign(), "/api/roles/open").status())
                .isEqualTo(200);
    }
}
