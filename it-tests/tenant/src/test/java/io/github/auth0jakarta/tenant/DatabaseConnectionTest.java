package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users who sign up with a password, and set a new one. */
class DatabaseConnectionTest {

    private static final String EMAIL = "ada@example.com";
    private static final String PASSWORD = "Engine-No-1";

    private final TestClock clock = new TestClock();
    private final Tenant tenant =
            Tenant.builder().clock(clock).demo(Application.URL).start();
    private final Application application = new Application(tenant);
    private final JsonClient client = new JsonClient(application);

    @AfterEach
    void stop() {
        tenant.close();
    }

    private Answer signUp(Map<String, Object> altered) throws Exception {
        Map<String, Object> members =
                new LinkedHashMap<>(Map.of("connection", Accounts.DATABASE, "email", EMAIL, "password", PASSWORD));
        members.putAll(altered);
        return client.postPublicly("/dbconnections/signup", members);
    }

    private Answer changePassword(Map<String, Object> altered) throws Exception {
        Map<String, Object> members = new LinkedHashMap<>(Map.of("connection", Accounts.DATABASE, "email", EMAIL));
        members.putAll(altered);
        return client.postPublicly("/dbconnections/change_password", members);
    }

    private Answer logIn(String password) throws Exception {
        Application one = new Application(tenant);
        return one.submit(one.authorize(Map.of()), EMAIL, password);
    }

    private static String ticket(String link) {
        return String.valueOf(Parameters.parse(URI.create(link).getRawQuery()).find("ticket"));
    }

    private Answer set(String link, String password) throws Exception {
        return application.browser.post(
                application.at("/u/reset"), Map.of("ticket", ticket(link), "password", password));
    }

    @Test
    void userSignsUpAndLogsIn() throws Exception {
        Answer signedUp = signUp(Map.of("name", "Ada", "given_name", "Ada", "user_metadata", Map.of("plan", "x")));
        assertThat(signedUp.status()).isEqualTo(200);
        assertThat(signedUp.json()).containsEntry("email", EMAIL).containsEntry("email_verified", false);
        Application one = new Application(tenant);
        Answer tokens =
                one.redeem(one.submit(one.authorize(Map.of()), EMAIL, PASSWORD).code(), Map.of());
        assertThat(Jwts.claims(tokens.text("id_token")))
                .containsEntry("sub", "auth0|" + signedUp.text("_id"))
                .containsEntry("name", "Ada")
                .containsEntry("given_name", "Ada")
                .containsEntry("https://example.com/user_metadata", Map.of("plan", "x"));
    }

    @Test
    void userWhoExistsIsRefusedInTheShapeOfDatabaseConnections() throws Exception {
        signUp(Map.of());
        Answer again = signUp(Map.of("email", "ADA@example.com", "password", "Something-Else"));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json()).containsEntry("code", "invalid_signup").doesNotContainKey("error");
        assertThat(logIn("Something-Else").status()).isEqualTo(400);
        assertThat(signUp(Map.of("email", "eve@example.com", "password", "short"))
                        .json())
                .containsEntry("code", "invalid_password")
                .containsEntry("name", "PasswordStrengthError");
    }

    @ParameterizedTest
    @CsvSource({
        "connection,email,400 bad.connection",
        "connection,'',400 invalid_request",
        "email,ada,400 bad.email",
        "password,'',400 invalid_request",
        "user_metadata,x,400 invalid_request",
        "email_verified,true,400 invalid_request",
        "client_id,nobody,401 invalid_client",
        "client_id,'',400 invalid_request",
        "client_secret,sample-client-secret-for-loopback-only,401 invalid_client",
    })
    void signUpIsStrict(String member, String value, String error) throws Exception {
        assertThat(signUp(Map.of(member, value)).error()).isEqualTo(error);
        assertThat(logIn(PASSWORD).status()).isEqualTo(400);
    }

    @Test
    void mailLeadsToANewPasswordOnce() throws Exception {
        signUp(Map.of());
        Answer asked = changePassword(Map.of());
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("Content-Type")).startsWith("text/html");
        Outbox.Message mail = tenant.outbox().last(EMAIL);
        assertThat(mail.kind()).isEqualTo(Outbox.Kind.NEW_PASSWORD);
        assertThat(application.browser.get(mail.content()).hidden("ticket")).isEqualTo(ticket(mail.content()));
        assertThat(set(mail.content(), "short").status()).isEqualTo(400);

        assertThat(set(mail.content(), "Engine-No-2").status()).isEqualTo(200);

        assertThat(logIn(PASSWORD).status()).isEqualTo(400);
        assertThat(logIn("Engine-No-2").code()).isNotEmpty();
        assertThat(set(mail.content(), "Engine-No-3").pageError()).isEqualTo("400 invalid_request");
        assertThat(application.browser.get(mail.content()).pageError()).isEqualTo("400 invalid_request");
    }

    @Test
    void mailEnds() throws Exception {
        signUp(Map.of());
        changePassword(Map.of());
        clock.advance(PasswordResets.LIFETIME);
        assertThat(set(tenant.outbox().last(EMAIL).content(), "Engine-No-2").pageError())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void whoIsKnownDoesNotShow() throws Exception {
        Answer unknown = changePassword(Map.of());
        assertThat(tenant.outbox().to(EMAIL)).isEmpty();
        signUp(Map.of());
        assertThat(unknown.body()).isEqualTo(changePassword(Map.of()).body());
        assertThat(tenant.outbox().to(EMAIL)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "connection,sms,400 bad.connection",
        "email,'',400 invalid_request",
        "password,Engine-No-2,400 invalid_request",
        "client_id,nobody,401 invalid_client",
    })
    void changeOfThePasswordIsStrict(String member, String value, String error) throws Exception {
        signUp(Map.of());
        assertThat(changePassword(Map.of(member, value)).error()).isEqualTo(error);
        assertThat(tenant.outbox().to(EMAIL)).isEmpty();
    }
}
