package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All ways to ask who is there give the same name, on pages and in the API, for sessions and for access tokens. */
class IdentitiesIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/identities", "/api/identities"})
    void sessionIsNamedAlike(String path) {
        logInAsAlice(browser);

        assertAlice(browser.get(RequestKind.FETCH, APP + path), "LOGIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/identities", "/api/identities"})
    void accessTokenIsNamedAlike(String path) {
        assertAlice(call(accessToken(Demo.ALICE_SUB).sign(), path), "ACCESS_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/identities", "/api/identities"})
    void accessTokenWinsOverSession(String path) {
        logInAsAlice(browser);

        JsonObject seen = call(accessToken(Demo.BOB_SUB).sign(), path).json();

        assertThat(seen.getString("auth0Session")).isEqualTo(Demo.BOB_SUB);
        assertThat(seen.getString("jsonWebToken")).isEqualTo(Demo.BOB_SUB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/identities", "/api/identities"})
    void anonymousHasNoName(String path) {
        JsonObject seen = browser.get(RequestKind.FETCH, APP + path).json();

        assertThat(seen.getString("source")).isEqualTo("NONE");
        assertThat(seen.get("auth0Session")).isEqualTo(JsonValue.NULL);
        assertThat(seen.get("httpServletRequest")).isEqualTo(JsonValue.NULL);
        assertThat(seen.get("jsonWebToken")).isEqualTo(JsonValue.NULL);
        assertThat(seen.getJsonArray("groups")).isEmpty();
    }

    private static void assertAlice(Answer answer, String source) {
        JsonObject seen = answer.json();
        assertThat(seen.getString("source")).isEqualTo(source);
        assertThat(seen.getString("auth0Session")).isEqualTo(Demo.ALICE_SUB);
        assertThat(seen.getString("securityContext")).isEqualTo(Demo.ALICE_SUB);
        assertThat(seen.getString("httpServletRequest")).isEqualTo(Demo.ALICE_SUB);
        assertThat(seen.getString("jsonWebToken")).isEqualTo(Demo.ALICE_SUB);
        assertThat(seen.getBoolean("admin")).isTrue();
        assertThat(seen.getBoolean("containerSession")).isFalse();
    }
}
