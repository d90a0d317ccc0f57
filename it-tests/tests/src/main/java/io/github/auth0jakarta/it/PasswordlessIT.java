package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.it.browser.SetCookie;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.LoggedRequest;
import io.github.auth0jakarta.tenant.Outbox;
import io.github.auth0jakarta.tenant.Totp;
import io.github.auth0jakarta.tenant.User;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logins by codes and links, in the application's own resource; sessions are in memory. */
class PasswordlessIT extends ClientTest {
    private static final String DIRECT = APP + "/api/passwordless/";
    private static final String ATTRIBUTES = APP + "/page/attributes";
    private static final String DORA = "dora@example.com";
    private static final String DORA_SUB = "email|dora";
    private static final String PHONE = "+4912345678";
    private static final String PHONE_SUB = "sms|erin";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.session.store", "memory")
                .with("auth0.routes.mfa", "/auth/mfa")
                .with(PasswordlessResource.class, AttributesServlet.class)
                .build();
    }

    @BeforeEach
    void registerUsers() {
        tenant.register(User.builder(DORA_SUB, DORA, "no-password-of-hers")
                .permissions(Demo.AUDIENCE, "read:orders")
                .claim(Demo.ROLES_CLAIM, List.of("admin"))
                .build());
        tenant.register(User.builder(PHONE_SUB, "", "no-password-of-hers")
                .claim("phone_number", PHONE)
                .build());
    }

    @AfterEach
    void wantNoSecondFactor() {
        tenant.settings().secondFactorFor();
        tenant.secondFactors().clear(DORA_SUB);
    }

    private static Answer post(HttpBrowser visitor, String what, String... fields) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return visitor.post(RequestKind.FETCH, DIRECT + what, form);
    }

    private String mailed(HttpBrowser visitor) {
        Answer answer = post(visitor, "mail", "address", DORA);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        return tenant.outbox().last(DORA).content();
    }

    private static Answer enter(HttpBrowser visitor, String realm, String address, String code) {
        return post(visitor, "login", "realm", realm, "address", address, "code", code);
    }

    private static void assertCode(Answer answer, String code) {
        assertThat(answer.json().getString("code")).isEqualTo(code);
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "111111" : "000000";
    }

    private List<LoggedRequest> grants() {
        return tenant.requests().to("/oauth/token");
    }

    @Test
    void codeOfAMailBeginsASessionWithRoles() {
        String code = mailed(browser);
        assertThat(tenant.outbox().last(DORA).language()).isEqualTo("de");
        assertAnonymous(browser);

        assertThat(enter(browser, "EMAIL", DORA, code).status()).isEqualTo(204);

        JsonObject identities = identities(browser).json();
        assertThat(identities.getString("source")).isEqualTo("LOGIN");
        assertThat(identities.getString("auth0Session")).isEqualTo(DORA_SUB);
        assertThat(identities.getString("httpServletRequest")).isEqualTo(DORA_SUB);
        assertThat(identities.getBoolean("admin")).isTrue();
        assertThat(identities.getJsonArray("groups").toString()).contains("read:orders");
        assertThat(browser.visit(APP + "/page").status()).isEqualTo(200);
        assertThat(grants()).singleElement().satisfies(request -> {
            assertThat(request.parameter("realm")).isEqualTo("email");
            assertThat(request.parameter("audience")).isEqualTo(Demo.AUDIENCE);
            assertThat(request.parameter("scope")).contains("openid", "offline_access");
        });
    }

    @Test
    void codeOfATextMessageBeginsASession() {
        assertThat(post(browser, "message", "address", PHONE).status()).isEqualTo(204);
        String code = tenant.outbox().last(PHONE).content();

        assertThat(enter(browser, "SMS", PHONE, code).status()).isEqualTo(204);

        assertCaller(browser, PHONE_SUB);
        assertThat(identities(browser).json().getBoolean("admin")).isFalse();
    }

    @Test
    void codeIsRefusedThatIsWrongOrWasUsed() {
        String code = mailed(browser);
        assertCode(enter(browser, "EMAIL", DORA, wrong(code)), "passwordless.code_refused");
        assertAnonymous(browser);

        assertThat(enter(browser, "EMAIL", DORA, code).status()).isEqualTo(204);

        HttpBrowser other = browser.stranger();
        assertCode(enter(other, "EMAIL", DORA, code), "passwordless.code_refused");
        assertAnonymous(other);
        assertCaller(browser, DORA_SUB);
    }

    @Test
    void thirdWrongCodeEndsTheRightOne() {
        String code = mailed(browser);
        for (int i = 0; i < 3; i++) {
            assertCode(enter(browser, "EMAIL", DORA, wrong(code)), "passwordless.code_refused");
        }
        assertCode(enter(browser, "EMAIL", DORA, code), "passwordless.code_refused");
        assertAnonymous(browser);
    }

    @Test
    void whatCannotBeRightIsNotSent() {
        assertCode(post(browser, "mail", "address", "dora"), "passwordless.request_invalid");
        assertCode(post(browser, "message", "address", "0123"), "passwordless.request_invalid");
        assertCode(enter(browser, "EMAIL", DORA, "12 34"), "passwordless.request_invalid");
        assertThat(tenant.requests().to("/passwordless/start")).isEmpty();
        assertThat(grants()).isEmpty();
    }

    @Test
    void verifiedCodeBeginsNoSession() {
        String code = mailed(browser);

        Answer verified = post(browser, "verify", "realm", "EMAIL", "address", DORA, "code", code);

        assertThat(verified.json().getString("sub")).isEqualTo(DORA_SUB);
        assertThat(verified.cookies()).isEmpty();
        assertAnonymous(browser);
        assertThat(grants())
                .singleElement()
                .satisfies(request -> assertThat(request.parameter("audience")).isNull());
    }

    @Test
    void userOfTheDatabaseLogsInByAChallenge() {
        String authSession =
                post(browser, "challenge", "address", Demo.ALICE_EMAIL).json().getString("auth_session");
        String code = tenant.outbox().last(Demo.ALICE_EMAIL).content();
        assertCode(enter(browser, "CHALLENGE", authSession, wrong(code)), "passwordless.code_refused");
        assertCode(enter(browser, "CHALLENGE", "another", code), "passwordless.code_refused");

        assertThat(enter(browser, "CHALLENGE", authSession, code).status()).isEqualTo(204);

        assertCaller(browser, Demo.ALICE_SUB);
        assertThat(identities(browser).json().getBoolean("admin")).isTrue();
        assertCode(enter(browser, "CHALLENGE", authSession, code), "passwordless.code_refused");
    }

    @Test
    void secondFactorMayBeWantedAndNobodyIsLoggedInUntilThen() {
        tenant.settings().secondFactorFor(Demo.AUDIENCE);
        String secret = tenant.secondFactors().enrollApp(DORA_SUB);
        Answer refused = enter(browser, "EMAIL", DORA, mailed(browser));
        assertCode(refused, "mfa.required");
        assertAnonymous(browser);
        String body = Json.createObjectBuilder()
                .add("mfa_token", refused.json().getString("mfa_token"))
                .add("otp", Totp.code(secret, Instant.now()))
                .build()
                .toString();
        assertThat(verifyFactor(browser.stranger(), body).status()).isEqualTo(401);

        assertThat(verifyFactor(browser, body).status()).isEqualTo(200);

        assertCaller(browser, DORA_SUB);
    }

    private static Answer verifyFactor(HttpBrowser visitor, String body) {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Origin", TestServer.ORIGIN);
        return visitor.post(RequestKind.FETCH, APP + "/auth/mfa/verify", headers, body);
    }

    private String linked(HttpBrowser visitor) {
        Answer answer = post(visitor, "link", "address", DORA);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        Outbox.Message mail = tenant.outbox().last(DORA);
        assertThat(mail.kind()).isEqualTo(Outbox.Kind.LINK);
        return mail.content();
    }

    @Test
    void linkLogsInTheBrowserThatAskedForIt() {
        String link = linked(browser);
        assertThat(browser.cookies().startingWith(TRANSACTION_COOKIE)).hasSize(1);

        Answer page = browser.open(link);

        assertThat(page.uri()).hasToString(APP + "/page?by=link");
        assertThat(page.status()).isEqualTo(200);
        assertCaller(browser, DORA_SUB);
        assertThat(identities(browser).json().getBoolean("admin")).isTrue();
        assertThat(browser.cookies().startingWith(TRANSACTION_COOKIE)).isEmpty();
        assertThat(grants())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.parameter("code_verifier")).isNull());
    }

    @Test
    @Tag("CB-03")
    void linkLogsInNoOtherBrowser() {
        String link = linked(browser);
        HttpBrowser other = new HttpBrowser();

        Answer callback = other.step(other.visit(link));

        assertThat(callback.uri().toString()).startsWith(CALLBACK);
        assertAnonymous(other);
        assertThat(grants()).isEmpty();
        assertAnonymous(browser);
    }

    @Test
    @Tag("CB-03")
    void linkThatSomebodyElseAskedForDoesNotReplaceTheSession() {
        String attackers = linked(new HttpBrowser());
        logInAsAlice(browser);
        int before = grants().size();

        browser.step(browser.visit(attackers));

        assertCaller(browser, Demo.ALICE_SUB);
        assertThat(grants()).hasSize(before);
    }

    @Test
    void linkIsGoodOnce() {
        String link = linked(browser);
        browser.open(link);
        HttpBrowser other = new HttpBrowser();
        assertThat(other.visit(link).status()).isEqualTo(403);
        assertAnonymous(other);
    }

    @Test
    @Tag("CB-19")
    @Tag("CB-20")
    void loginWhileSomebodyElseIsLoggedInLeavesNothingOfTheFirst() {
        logInAsAlice(browser);
        browser.visit(ATTRIBUTES + "?theme=dark");
        assertThat(theme(browser)).isEqualTo("dark");
        String before = session(browser);
        HttpBrowser thief = browser.copy();
        assertCaller(thief, Demo.ALICE_SUB);

        assertThat(enter(browser, "EMAIL", DORA, mailed(browser)).status()).isEqualTo(204);

        assertCaller(browser, DORA_SUB);
        assertThat(session(browser)).isNotEqualTo(before);
        assertThat(theme(browser)).isEmpty();
        assertThat(identities(browser).json().getJsonArray("groups").toString())
                .contains("read:orders")
                .doesNotContain("write:orders");
        assertAnonymous(thief);
        assertThat(thief.visit(APP + "/page").status()).isEqualTo(302);
    }

    @Test
    @Tag("SC-18")
    void cookieThatSomebodyElseHasChosenIsNotKept() {
        HttpBrowser attacker = new HttpBrowser();
        logInAsBob(attacker);
        HttpBrowser victim = attacker.copy();

        assertThat(enter(victim, "EMAIL", DORA, mailed(victim)).status()).isEqualTo(204);

        assertCaller(victim, DORA_SUB);
        assertThat(session(victim)).isNotEqualTo(session(attacker));
        assertAnonymous(attacker);
    }

    @Test
    void loginThatIsRefusedLeavesTheSessionAsItWas() {
        logInAsAlice(browser);
        String code = mailed(browser);
        assertCode(enter(browser, "EMAIL", DORA, wrong(code)), "passwordless.code_refused");
        assertCaller(browser, Demo.ALICE_SUB);
    }

    private static String theme(HttpBrowser visitor) {
        return visitor.visit(ATTRIBUTES).json().getString("theme", "");
    }

    private static String session(HttpBrowser visitor) {
        List<SetCookie> cookies = visitor.cookies().startingWith(SESSION_COOKIE);
        assertThat(cookies).hasSize(1);
        return cookies.get(0).value();
    }
}
