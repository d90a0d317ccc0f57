package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Totp;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/** Second factors that a refresh asks for, shown by a page's script and by the application. */
class MfaIT extends ClientTest {

    private static final String MFA = APP + "/auth/mfa/";
    private static final String TOKEN =
            APP + "/auth/access-token?audience=" + URLEncoder.encode(Demo.REPORTS_AUDIENCE, StandardCharsets.UTF_8);
    private static final String SERVICE = APP + "/page/second-factor";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.routes.access-token", "/auth/access-token")
                .with("auth0.routes.mfa", "/auth/mfa")
                .with(SecondFactorServlet.class)
                .build();
    }

    @BeforeEach
    void guardReports() {
        tenant.settings().secondFactorFor(Demo.REPORTS_AUDIENCE);
    }

    @AfterEach
    void guardNothing() {
        tenant.settings().secondFactorFor().secondFactors(1);
        tenant.secondFactors().clear(Demo.ALICE_SUB);
        tenant.secondFactors().clear(Demo.BOB_SUB);
    }

    private Answer post(HttpBrowser visitor, RequestKind kind, String step, Map<String, String> headers, String body) {
        Map<String, String> all = new HashMap<>(Map.of("Content-Type", "application/json"));
        all.putAll(headers);
        return visitor.post(kind, MFA + step, all, body);
    }

    private Answer post(HttpBrowser visitor, String step, String... members) {
        return post(visitor, RequestKind.FETCH, step, Map.of("Origin", TestServer.ORIGIN), object(members));
    }

    private static String object(String... members) {
        var object = Json.createObjectBuilder();
        for (int i = 0; i < members.length; i += 2) {
            object.add(members[i], members[i + 1]);
        }
        return object.build().toString();
    }

    private Answer verifyOtp(HttpBrowser visitor, String mfaToken, String code) {
        return post(visitor, "verify", "mfa_token", mfaToken, "otp", code);
    }

    private static String now(String secret) {
        return Totp.code(secret, Instant.now());
    }

    private static String wrong(String secret) {
        return now(secret).equals("000000") ? "111111" : "000000";
    }

    private String mfaToken(HttpBrowser visitor) {
        Answer answer = visitor.get(RequestKind.FETCH, TOKEN);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().getString("error")).isEqualTo("mfa_required");
        return answer.json().getString("mfa_token");
    }

    private static void assertError(Answer answer, int status, String error) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().getString("error")).isEqualTo(error);
        assertThat(answer.json().getString("error_description")).isNotEmpty();
        assertThat(answer.header("Cache-Control").orElse("")).contains("no-store");
    }

    private static JsonArray array(Answer answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readArray();
        }
    }

    @Test
    @Tag("F-32")
    @Tag("TC-12")
    void scriptStepsUpWithAnApp() {
        String secret = tenant.secondFactors().enrollApp(Demo.ALICE_SUB);
        tenant.secondFactors().enrollRecoveryCode(Demo.ALICE_SUB);
        logInAsAlice(browser);

        Answer refused = browser.get(RequestKind.FETCH, TOKEN);
        assertError(refused, 403, "mfa_required");
        JsonObject body = refused.json();
        assertThat(body.getJsonObject("mfa_requirements").getJsonArray("challenge"))
                .hasSize(2);
        String mfaToken = body.getString("mfa_token");
        assertThat(mfaToken).doesNotContain("Fe26");

        Answer list =
                browser.get(RequestKind.FETCH, MFA + "authenticators", Map.of("Authorization", "Bearer " + mfaToken));
        assertThat(list.status()).isEqualTo(200);
        assertThat(array(list).getJsonObject(0).getString("authenticator_type")).isEqualTo("otp");

        Answer challenge = post(browser, "challenge", "mfa_token", mfaToken, "challenge_type", "otp");
        assertThat(challenge.json().getString("challenge_type")).isEqualTo("otp");
        Answer verified = verifyOtp(browser, mfaToken, now(secret));
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.json())
                .isEqualTo(Json.createObjectBuilder().add("success", true).build());

        int asked = tenant.requests().count("/oauth/token");
        Answer token = browser.get(RequestKind.FETCH, TOKEN);
        assertThat(token.status()).isEqualTo(200);
        assertThat(token.json().getString("scope").split(" ")).contains("read:reports");
        assertThat(tenant.requests().count("/oauth/token")).isEqualTo(asked);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    void applicationEnrolsAnAppAndConfirmsIt() {
        logInAsAlice(browser);
        JsonObject refused = service(browser, Map.of("audience", Demo.REPORTS_AUDIENCE));
        assertThat(refused.getString("code")).isEqualTo("mfa.required");
        assertThat(refused.getJsonArray("challenge")).isEmpty();
        String mfaToken = refused.getString("mfa_token");

        JsonObject enrolled = service(browser, Map.of("mfa_token", mfaToken));
        assertThat(enrolled.getJsonArray("recovery_codes")).hasSize(1);
        String code = now(enrolled.getString("secret"));
        JsonObject verified = service(browser, Map.of("mfa_token", mfaToken, "otp", code));
        assertThat(verified.getString("audience")).isEqualTo(Demo.REPORTS_AUDIENCE);

        JsonObject token = service(browser, Map.of("audience", Demo.REPORTS_AUDIENCE));
        assertThat(token.getString("scope").split(" ")).contains("read:reports");
    }

    private JsonObject service(HttpBrowser visitor, Map<String, String> fields) {
        return visitor.post(RequestKind.FETCH, SERVICE, fields).json();
    }

    @Test
    void scriptEnrolsATelephone() {
        logInAsAlice(browser);
        String mfaToken = mfaToken(browser);
        String body = Json.createObjectBuilder()
                .add("mfa_token", mfaToken)
                .add("authenticator_types", Json.createArrayBuilder().add("oob"))
                .add("oob_channels", Json.createArrayBuilder().add("sms"))
                .add("phone_number", "+15551234567")
                .build()
                .toString();
        Answer enrolled = post(browser, RequestKind.FETCH, "associate", Map.of(), body);
        assertThat(enrolled.status()).isEqualTo(200);
        assertThat(enrolled.json().getString("binding_method")).isEqualTo("prompt");

        assertError(
                post(browser, RequestKind.FETCH, "associate", Map.of(), body.replace("+1555", "555")),
                400,
                "mfa_options_invalid");
        Answer verified = post(
                browser,
                "verify",
                "mfa_token",
                mfaToken,
                "oob_code",
                enrolled.json().getString("oob_code"),
                "binding_code",
                tenant.secondFactors().lastCode(Demo.ALICE_SUB));
        assertThat(verified.status()).isEqualTo(200);
    }

    @Test
    void notificationNeedsNoCode() {
        tenant.secondFactors().enrollPush(Demo.ALICE_SUB);
        logInAsAlice(browser);
        String mfaToken = mfaToken(browser);
        String oobCode = post(browser, "challenge", "mfa_token", mfaToken, "challenge_type", "oob")
                .json()
                .getString("oob_code");

        assertError(post(browser, "verify", "mfa_token", mfaToken, "oob_code", oobCode), 400, "authorization_pending");
        tenant.secondFactors().answerPush(Demo.ALICE_SUB, true);
        assertThat(post(browser, "verify", "mfa_token", mfaToken, "oob_code", oobCode)
                        .status())
                .isEqualTo(200);
        assertThat(browser.get(RequestKind.FETCH, TOKEN).status()).isEqualTo(200);
    }

    @Test
    void recoveryCodeIsReplaced() {
        String code = tenant.secondFactors().enrollRecoveryCode(Demo.ALICE_SUB);
        logInAsAlice(browser);
        Answer verified = post(browser, "verify", "mfa_token", mfaToken(browser), "recovery_code", code);
        assertThat(verified.json().getString("recovery_code")).isNotEqualTo(code);
    }

    @Test
    void furtherFactorIsWantedWithATokenOfItsOwn() {
        tenant.settings().secondFactors(2);
        String secret = tenant.secondFactors().enrollApp(Demo.ALICE_SUB);
        tenant.secondFactors().enrollPhone(Demo.ALICE_SUB, "+15551234567");
        logInAsAlice(browser);

        Answer further = verifyOtp(browser, mfaToken(browser), now(secret));
        assertError(further, 403, "mfa_required");
        String next = further.json().getString("mfa_token");
        String oobCode = post(browser, "challenge", "mfa_token", next, "challenge_type", "oob")
                .json()
                .getString("oob_code");
        String code = tenant.secondFactors().lastCode(Demo.ALICE_SUB);
        assertThat(post(browser, "verify", "mfa_token", next, "oob_code", oobCode, "binding_code", code)
                        .status())
                .isEqualTo(200);
        assertThat(browser.get(RequestKind.FETCH, TOKEN).status()).isEqualTo(200);
    }

    @Test
    @Tag("TC-12")
    void fiveWrongCodesEndIt() {
        String secret = tenant.secondFactors().enrollApp(Demo.ALICE_SUB);
        logInAsAlice(browser);
        String mfaToken = mfaToken(browser);
        for (int i = 0; i < 5; i++) {
            assertError(verifyOtp(browser, mfaToken, wrong(secret)), 400, "invalid_grant");
        }
        int sent = tenant.requests().count("/oauth/token");

        assertError(verifyOtp(browser, mfaToken, now(secret)), 400, "mfa_attempts_exhausted");

        assertThat(tenant.requests().count("/oauth/token")).isEqualTo(sent);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    @Tag("TC-12")
    void tokenOfAnotherSessionIsRefused() {
        String secret = tenant.secondFactors().enrollApp(Demo.ALICE_SUB);
        logInAsAlice(browser);
        String mfaToken = mfaToken(browser);
        HttpBrowser bob = browser.stranger();
        logInAsBob(bob);
        HttpBrowser aliceElsewhere = browser.stranger();
        logInAsAlice(aliceElsewhere);
        int sent = tenant.requests().count("/oauth/token");

        for (HttpBrowser other : new HttpBrowser[] {bob, aliceElsewhere, browser.stranger()}) {
            assertError(verifyOtp(other, mfaToken, now(secret)), 401, "mfa_token_invalid");
        }

        assertThat(tenant.requests().count("/oauth/token")).isEqualTo(sent);
    }

    @Test
    @Tag("CS-05")
    void otherSitesAreRefused() {
        tenant.secondFactors().enrollApp(Demo.ALICE_SUB);
        logInAsAlice(browser);
        String mfaToken = mfaToken(browser);
        String body = object("mfa_token", mfaToken, "challenge_type", "otp");
        for (Map<String, String> headers : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Origin", "https://evil.example"))) {
            for (String step : List.of("challenge", "associate", "verify")) {
                assertThat(post(browser, RequestKind.FETCH, step, headers, body).status())
                        .isEqualTo(403);
            }
        }
        assertThat(post(browser, RequestKind.PROGRAM, "challenge", Map.of(), body)
                        .status())
                .isEqualTo(403);
        assertThat(browser.post(RequestKind.FETCH, MFA + "challenge", Map.of("mfa_token", mfaToken))
                        .status())
                .isEqualTo(415);
        assertThat(browser.get(RequestKind.FETCH, MFA + "challenge").status()).isEqualTo(405);
        assertThat(tenant.requests().count("/mfa/challenge")).isZero();
    }
}
