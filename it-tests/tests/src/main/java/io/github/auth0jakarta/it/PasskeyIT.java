package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.SoftwareAuthenticator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Passkeys, with an authenticator in software where the page's script has {@code navigator.credentials}. */
class PasskeyIT extends ClientTest {
    private static final String PASSKEYS = APP + "/api/passkey/";

    private final SoftwareAuthenticator authenticator = SoftwareAuthenticator.at(TestServer.ORIGIN);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().with(PasskeyResource.class).build();
    }

    @AfterEach
    void takeMyAccountAway() {
        tenant.register(Demo.client(APP).build());
        tenant.passkeys().clear(Demo.ALICE_SUB);
    }

    private static Answer post(HttpBrowser visitor, String what, String... query) {
        return send(visitor, "", what, query);
    }

    private static Answer send(HttpBrowser visitor, String body, String what, String... query) {
        StringBuilder address = new StringBuilder(PASSKEYS).append(what).append('?');
        for (int i = 0; i < query.length; i += 2) {
            String value = URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8);
            address.append(query[i]).append('=').append(value).append('&');
        }
        return visitor.post(RequestKind.FETCH, address.toString(), Map.of("Content-Type", "application/json"), body);
    }

    private static JsonObject begun(HttpBrowser visitor, String what, String... query) {
        Answer answer = post(visitor, what, query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String options(JsonObject begun) {
        return begun.getJsonObject("options").toString();
    }

    private static Answer logIn(HttpBrowser visitor, JsonObject begun, String credential) {
        return send(visitor, credential, "login", "auth_session", begun.getString("auth_session"));
    }

    private static void assertCode(Answer answer, String code) {
        assertThat(answer.json().getString("code")).isEqualTo(code);
    }

    /** Some scripts write null for what a browser leaves out. */
    private static String withNull(String credential) {
        assertThat(credential).contains("\"platform\"");
        return credential.replace("\"platform\"", "null");
    }

    private void signUp(HttpBrowser visitor, String email) {
        JsonObject begun = begun(visitor, "registration", "email", email);
        Answer signedUp = logIn(visitor, begun, withNull(authenticator.create(options(begun))));
        assertThat(signedUp.status()).as(signedUp.body()).isEqualTo(204);
    }

    private static String caller(HttpBrowser visitor) {
        return visitor.get(RequestKind.FETCH, APP + "/test/identities").json().getString("auth0Session");
    }

    @Test
    void newUserIsLoggedInAndComesBackWithThePasskey() {
        signUp(browser, "ada@example.com");
        String ada = caller(browser);
        assertThat(ada).startsWith("auth0|");
        assertThat(tenant.passkeys().of(ada)).hasSize(1);
        assertThat(browser.visit(APP + "/page").status()).isEqualTo(200);

        HttpBrowser later = browser.stranger();
        JsonObject begun = begun(later, "challenge");
        assertAnonymous(later);
        assertThat(logIn(later, begun, authenticator.get(options(begun))).status())
                .isEqualTo(204);

        assertCaller(later, ada);
        assertThat(identities(later).json().getString("source")).isEqualTo("LOGIN");
    }

    @Test
    void verifiedPasskeyBeginsNoSession() {
        signUp(browser, "grace@example.com");
        HttpBrowser later = browser.stranger();
        JsonObject begun = begun(later, "challenge");
        Answer verified = send(
                later, authenticator.get(options(begun)), "verify", "auth_session", begun.getString("auth_session"));
        assertThat(verified.json().getString("sub")).isEqualTo(caller(browser));
        assertThat(verified.cookies()).isEmpty();
        assertAnonymous(later);
    }

    @Test
    void answerIsRefusedToAnotherChallengeOfAnotherPageOrASecondTime() {
        signUp(browser, "joan@example.com");
        HttpBrowser later = browser.stranger();
        JsonObject begun = begun(later, "challenge");
        assertCode(
                logIn(later, begun, authenticator.get(options(begun(later, "challenge")))), "passkey.response_refused");

        begun = begun(later, "challenge");
        SoftwareAuthenticator phished = authenticator.copyAt("https://evil.example");
        assertCode(logIn(later, begun, phished.get(options(begun))), "passkey.response_refused");

        begun = begun(later, "challenge");
        String good = authenticator.get(options(begun));
        assertThat(logIn(browser, begun, good).status()).isEqualTo(204);
        assertCode(logIn(later, begun, good), "passkey.response_refused");
        assertAnonymous(later);
    }

    @Test
    void signatureOfAnotherKeyIsRefused() {
        signUp(browser, "mary@example.com");
        SoftwareAuthenticator other = SoftwareAuthenticator.at(TestServer.ORIGIN);
        other.create(options(begun(browser, "registration", "email", "eve@example.com")));
        HttpBrowser later = browser.stranger();
        JsonObject begun = begun(later, "challenge");
        JsonObject genuine = json(authenticator.get(options(begun)));
        String forged = other.get(options(begun));
        String asHers = forged.replace(json(forged).getString("id"), genuine.getString("id"))
                .replace(userHandle(json(forged)), userHandle(genuine));

        assertCode(logIn(later, begun, asHers), "passkey.response_refused");
        assertAnonymous(later);

        begun = begun(later, "challenge");
        assertCode(logIn(later, begun, other.get(options(begun))), "passkey.response_refused");
    }

    private static JsonObject json(String credential) {
        try (JsonReader reader = Json.createReader(new StringReader(credential))) {
            return reader.readObject();
        }
    }

    private static String userHandle(JsonObject credential) {
        return credential.getJsonObject("response").getString("userHandle");
    }

    @Test
    void whatCannotBeRightIsNotSent() {
        assertCode(post(browser, "registration", "email", "ada"), "passkey.request_invalid");
        assertCode(send(browser, "{}", "login", "auth_session", "x"), "passkey.request_invalid");
        assertCode(
                send(browser, "{\"id\":\"" + "x".repeat(70_000) + "\"}", "login", "auth_session", "x"),
                "passkey.request_invalid");
        assertThat(tenant.requests().to("/passkey/register")).isEmpty();
        assertThat(tenant.requests().to("/oauth/token")).isEmpty();
    }

    @Test
    void userWhoExistsIsRefused() {
        assertCode(post(browser, "registration", "email", Demo.ALICE_EMAIL), "passkey.refused");
    }

    @Test
    void callerAddsAPasskeyAndLogsInWithIt() {
        allowMyAccount();
        logInAsAlice(browser);
        JsonObject begun = begun(browser, "enrollment");
        assertThat(begun.getString("id")).startsWith("passkey|");

        Answer completed = complete(browser, begun, authenticator.create(options(begun)));

        assertThat(completed.status()).as(completed.body()).isEqualTo(204);
        assertThat(tenant.passkeys().of(Demo.ALICE_SUB)).hasSize(1);
        HttpBrowser later = browser.stranger();
        JsonObject login = begun(later, "challenge");
        assertThat(logIn(later, login, authenticator.get(options(login))).status())
                .isEqualTo(204);
        assertCaller(later, Demo.ALICE_SUB);
        assertThat(identities(later).json().getBoolean("admin")).isTrue();
    }

    private void allowMyAccount() {
        tenant.register(Demo.client(APP)
                .refreshTarget(tenant.issuer() + "me/", "create:me:authentication_methods")
                .build());
    }

    private static Answer complete(HttpBrowser visitor, JsonObject begun, String credential) {
        return send(
                visitor,
                credential,
                "completion",
                "id",
                begun.getString("id"),
                "auth_session",
                begun.getString("auth_session"));
    }

    @Test
    void enrolmentIsOfItsCaller() {
        allowMyAccount();
        logInAsAlice(browser);
        JsonObject begun = begun(browser, "enrollment");
        HttpBrowser bob = browser.stranger();
        logInAsBob(bob);
        assertCode(complete(bob, begun, authenticator.create(options(begun))), "passkey.response_refused");
        assertThat(tenant.passkeys().of(Demo.BOB_SUB)).isEmpty();
        assertThat(tenant.passkeys().of(Demo.ALICE_SUB)).isEmpty();
        assertCode(post(browser.stranger(), "enrollment"), "session.missing");
    }

    @Test
    void enrolmentByAPageOfAnotherOriginIsRefused() {
        allowMyAccount();
        logInAsAlice(browser);
        JsonObject begun = begun(browser, "enrollment");
        SoftwareAuthenticator phished = SoftwareAuthenticator.at("https://evil.example");
        assertCode(complete(browser, begun, phished.create(options(begun))), "passkey.response_refused");
        assertThat(tenant.passkeys().of(Demo.ALICE_SUB)).isEmpty();
    }
}
