package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The library steps aside where the application has a mechanism of its own. */
class OwnMechanismIT extends ClientTest {

    private static final Map<String, String> CAROL = Map.of(OwnMechanism.HEADER, "carol");

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().with(OwnMechanism.class).build();
    }

    @Test
    void applicationsMechanismSaysWhoIsThere() {
        JsonObject seen =
                browser.get(RequestKind.FETCH, APP + "/test/identities", CAROL).json();

        assertThat(seen.getString("securityContext")).isEqualTo("carol");
        assertThat(seen.getString("httpServletRequest")).isEqualTo("carol");
        assertThat(seen.get("auth0Session")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void applicationsMechanismChallenges() {
        Answer answer = browser.visit(APP + "/test/admin");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).hasValue("Own");
        assertThat(answer.cookies()).noneMatch(cookie -> cookie.name().startsWith("__"));
    }

    @Test
    void itsCallersHaveTheirRoles() {
        assertThat(browser.get(RequestKind.NAVIGATION, APP + "/test/admin", CAROL)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ourRoutesAreNotThere() {
        assertThat(browser.visit(APP + "/auth/login").status()).isEqualTo(404);
    }

    @Test
    void accessTokensAreNotLookedAt() {
        JsonObject seen =
                call(accessToken(Demo.ALICE_SUB).sign(), "/test/identities").json();

        assertThat(seen.getString("source")).isEqualTo("NONE");
    }
}
