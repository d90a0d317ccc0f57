package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Outbox;
import jakarta.json.JsonObject;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Users of the database connection: signed up by the application, logged in on the provider's page. */
class DatabaseConnectionIT extends ClientTest {
    private static final String PASSWORD = "Engine-No-1";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().with(DatabaseUsersResource.class).build();
    }

    private JsonObject post(String what, Map<String, String> fields) {
        Answer answer = browser.post(RequestKind.FETCH, APP + "/api/database/" + what, fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String signedUp(String email) {
        JsonObject told = post("signup", Map.of("email", email, "password", PASSWORD));
        assertThat(told.getString("code")).isEmpty();
        return "auth0|" + told.getString("id");
    }

    private static void assertRefused(JsonObject told, String code, String error) {
        assertThat(told.getString("code")).isEqualTo(code);
        assertThat(told.getString("error")).isEqualTo(error);
    }

    @Test
    void userSignsUpAndThenLogsIn() {
        String sub = signedUp("charles@example.com");
        assertAnonymous(browser);

        logIn(browser, APP + "/page", "charles@example.com", PASSWORD);

        assertCaller(browser, sub);
        JsonObject claims = browser.get(RequestKind.FETCH, APP + "/page", Map.of("Accept", "application/json"))
                .json()
                .getJsonObject("claims");
        assertThat(claims.getString("given_name")).isEqualTo("Ada");
    }

    @Test
    void mailLeadsToANewPassword() {
        String sub = signedUp("luigi@example.com");

        assertThat(post("password", Map.of("email", "luigi@example.com")).getString("code"))
                .isEmpty();

        Outbox.Message mail = tenant.outbox().last("luigi@example.com");
        assertThat(mail.kind()).isEqualTo(Outbox.Kind.NEW_PASSWORD);
        Answer changed = browser.submit(browser.open(mail.content()).form().with("password", "Engine-No-2"));
        assertThat(changed.status()).isEqualTo(200);
        HttpBrowser later = browser.stranger();
        logIn(later, APP + "/page", "luigi@example.com", PASSWORD);
        assertAnonymous(later);
        logIn(later, APP + "/page", "luigi@example.com", "Engine-No-2");
        assertCaller(later, sub);
    }

    @Test
    void mailToNobodyLooksTheSame() {
        JsonObject nobody = post("password", Map.of("email", "nobody@example.com"));
        assertThat(nobody).isEqualTo(post("password", Map.of("email", Demo.ALICE_EMAIL)));
        assertThat(tenant.outbox().to("nobody@example.com")).isEmpty();
        assertThat(tenant.outbox().to(Demo.ALICE_EMAIL)).hasSize(1);
    }

    @Test
    void refusalsAreToldApart() {
        assertRefused(
                post("signup", Map.of("email", Demo.ALICE_EMAIL, "password", PASSWORD)),
                "passwordless.refused",
                "invalid_signup");
        assertRefused(
                post("signup", Map.of("email", "eve@example.com", "password", "short")),
                "passwordless.refused",
                "invalid_password");
        assertRefused(
                post("signup", Map.of("email", "eve@example.com", "password", PASSWORD, "connection", "other")),
                "passwordless.refused",
                "bad.connection");
        assertRefused(
                post("password", Map.of("email", "eve@example.com", "connection", "other")),
                "passwordless.refused",
                "bad.connection");
    }

    @Test
    void whatCannotBeRightIsNotSent() {
        assertRefused(post("signup", Map.of("email", "eve", "password", PASSWORD)), "passwordless.request_invalid", "");
        assertRefused(
                post("signup", Map.of("email", "eve@example.com", "password", " ")),
                "passwordless.request_invalid",
                "");
        assertRefused(
                post("password", Map.of("email", "eve", "connection", "two words")),
                "passwordless.request_invalid",
                "");
        assertThat(tenant.requests().to("/dbconnections/signup")).isEmpty();
        assertThat(tenant.requests().to("/dbconnections/change_password")).isEmpty();
    }
}
