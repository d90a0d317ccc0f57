package io.github.auth0jakarta.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** CIBA in poll mode, with Keycloak's own answers; Keycloak names users by their names. */
@ExtendWith(ArquillianExtension.class)
class KeycloakBackchannelAuthenticationIT {

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.configured()
                .with("auth0.scope", "openid profile email")
                .build();
    }

    private Answer post(HttpBrowser visitor, Map<String, String> fields) {
        return visitor.post(RequestKind.FETCH, Application.BASE + "/test/approval", fields);
    }

    /** Logs in as alice and begins a request for her approval. */
    private String started() {
        Application.logIn(browser, KeycloakRealm.ALICE);
        String subject = Application.asJson(browser, "/page").json().getString("caller");
        return started(subject, KeycloakRealm.ALICE);
    }

    private String started(String subject, KeycloakRealm.User asked) {
        Answer answer =
                post(browser, Map.of("do", "start", "sub", subject, "hint", asked.name(), "message", "ABC-123"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getString("id");
    }

    private Answer await(String id) {
        return post(browser, Map.of("do", "await", "id", id));
    }

    @Test
    @Tag("TC-13")
    void waitWhenTheUserApprovesThenTokensOfThatUser() throws Exception {
        String id = started();
        UserDevice.Question question = UserDevice.shared().next();
        assertThat(question.user()).isEqualTo("alice");
        assertThat(question.message()).isEqualTo("ABC-123");
        assertThat(post(browser, Map.of("do", "poll", "id", id)).json().getString("result"))
                .isEqualTo("pending");
        assertThat(post(new HttpBrowser(), Map.of("do", "poll", "id", id)).status())
                .isEqualTo(403);
        assertThat(question.answer("SUCCEED")).isEqualTo(200);

        Answer approved = await(id);
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.json().getString("result")).isEqualTo("approved");
    }

    @Test
    void waitWhenTheUserRefusesThenDenied() throws Exception {
        String id = started();
        assertThat(UserDevice.shared().next().answer("UNAUTHORIZED")).isEqualTo(200);
        assertThat(await(id).json().getString("code")).isEqualTo("ciba.denied");
    }

    @Test
    @Tag("TC-13")
    void waitWhenAnotherUserApprovesThenTheTokensAreRefused() throws Exception {
        Application.logIn(browser, KeycloakRealm.ALICE);
        String alice = Application.asJson(browser, "/page").json().getString("caller");
        String id = started(alice, KeycloakRealm.BOB);
        assertThat(UserDevice.shared().next().answer("SUCCEED")).isEqualTo(200);
        assertThat(await(id).json().getString("code")).isEqualTo("ciba.subject_mismatch");
    }
}
