package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Auth0's MFA API, and the grants that go with it. */
class SecondFactorsTest {

    private static final String GRANT = "http://auth0.com/oauth/grant-type/mfa-";

    private final TestClock clock = new TestClock();
    private final Tenant tenant =
            Tenant.builder().demo(Application.URL).clock(clock).start();
    private final Application application = new Application(tenant);

    @BeforeEach
    void guardReports() {
        tenant.settings().secondFactorFor(Demo.REPORTS_AUDIENCE);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    private Answer refreshed() throws Exception {
        Application other = new Application(tenant);
        return other.refresh(other.tokens(Map.of()).text("refresh_token"), Map.of("audience", Demo.REPORTS_AUDIENCE));
    }

    private String mfaToken() throws Exception {
        Answer answer = refreshed();
        assertThat(answer.error()).isEqualTo("403 mfa_required");
        return answer.text("mfa_token");
    }

    private Answer post(String path, String bearer, Map<String, Object> body) throws Exception {
        return application.browser.send(Browser.request(application.at(path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSONObjectUtils.toJSONString(body))));
    }

    private Answer associate(String mfaToken, Map<String, Object> body) throws Exception {
        return post("/mfa/associate", mfaToken, body);
    }

    private Answer challenge(String mfaToken, String type) throws Exception {
        Map<String, Object> body = new HashMap<>(Application.credentials());
        body.put("mfa_token", mfaToken);
        body.put("challenge_type", type);
        return post("/mfa/challenge", "", body);
    }

    private Answer verify(String grant, String mfaToken, Map<String, String> proof) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Application.credentials());
        form.put("grant_type", GRANT + grant);
        form.put("mfa_token", mfaToken);
        form.putAll(proof);
        return application.browser.post(application.at("/oauth/token"), form);
    }

    /** RFC 6238, appendix B, of which six digits are left. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "20000000000, 353130"})
    void codesAreThoseOfTheSpecification(long time, String code) {
        String secret = Totp.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        assertThat(secret).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.code(secret, Instant.ofEpochSecond(time))).isEqualTo(code);
    }

    @Test
    void withoutFactorsOneIsEnrolledAndConfirmedByItsFirstCode() throws Exception {
        String token = mfaToken();
        Answer enrolled = associate(token, Map.of("authenticator_types", List.of("otp")));
        String secret = enrolled.text("secret");
        assertThat(enrolled.text("barcode_uri")).startsWith("otpauth://totp/").contains("secret=" + secret);
        assertThat(enrolled.json().get("recovery_codes"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);

        Answer tokens = verify("otp", token, Map.of("otp", Totp.code(secret, clock.instant())));

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(Jwts.claims(tokens.text("access_token")).get("aud"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Demo.REPORTS_AUDIENCE);
        assertThat(tokens.text("refresh_token")).startsWith("v1.");
        assertThat(verify("otp", token, Map.of("otp", Totp.code(secret, clock.instant())))
                        .error())
                .isEqualTo("401 expired_token");
    }

    @Test
    void loginThatHasShownAFactorIsNotAskedAgain() throws Exception {
        String secret = tenant.secondFactors().enrollApp(Demo.ALICE_SUB);
        Answer tokens = verify("otp", mfaToken(), Map.of("otp", Totp.code(secret, clock.instant())));
        assertThat(application
                        .refresh(tokens.text("refresh_token"), Map.of("audience", Demo.REPORTS_AUDIENCE))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void requirementsAreWhatTheUserHas() throws Exception {
        tenant.secondFactors().enrollApp(Demo.ALICE_SUB);
        tenant.secondFactors().enrollPhone(Demo.ALICE_SUB, "+15551234567");
        Answer refused = refreshed();
        assertThat(refused.json().get("mfa_requirements"))
                .isEqualTo(Map.of("challenge", List.of(Map.of("type", "otp"), Map.of("type", "phone"))));
        String token = refused.text("mfa_token");
        Answer list = application.browser.send(
                Browser.request(application.at("/mfa/authenticators")).header("Authorization", "Bearer " + token));
        assertThat(list.body())
                .startsWith("[{")
                .contains("\"oob_channels\":[\"sms\"]", "XXXX4567")
                .doesNotContain("1555123");
        assertThat(associate(token, Map.of("authenticator_types", List.of("otp")))
                        .error())
                .isEqualTo("403 access_denied");
    }

    @Test
    void wrongAndUsedCodesAreRefused() throws Exception {
        String secret = tenant.secondFactors().enrollApp(Demo.ALICE_SUB);
        String code = Totp.code(secret, clock.instant());
        String token = mfaToken();
        assertThat(verify("otp", token, Map.of("otp", code.equals("000000") ? "000001" : "000000"))
                        .error())
                .isEqualTo("403 invalid_grant");
        assertThat(verify("otp", token, Map.of("otp", code)).status()).isEqualTo(200);
        assertThat(verify("otp", mfaToken(), Map.of("otp", code)).error()).isEqualTo("403 invalid_grant");
    }

    @Test
    void codeThatWasSentIsTaken() throws Exception {
        tenant.secondFactors().enrollPhone(Demo.ALICE_SUB, "+15551234567");
        String token = mfaToken();
        Answer challenge = challenge(token, "oob");
        assertThat(challenge.text("binding_method")).isEqualTo("prompt");
        Map<String, String> proof = new HashMap<>(Map.of("oob_code", challenge.text("oob_code"), "binding_code", "1"));
        assertThat(verify("oob", token, proof).error()).isEqualTo("403 invalid_grant");
        proof.put("binding_code", tenant.secondFactors().lastCode(Demo.ALICE_SUB));
        assertThat(verify("oob", token, proof).status()).isEqualTo(200);
    }

    @Test
    void notificationIsPendingUntilItIsAnswered() throws Exception {
        tenant.secondFactors().enrollPush(Demo.ALICE_SUB);
        String token = mfaToken();
        Answer challenge = challenge(token, "oob");
        assertThat(challenge.json()).doesNotContainKey("binding_method");
        Map<String, String> proof = Map.of("oob_code", challenge.text("oob_code"));
        assertThat(verify("oob", token, proof).error()).isEqualTo("400 authorization_pending");
        tenant.secondFactors().answerPush(Demo.ALICE_SUB, true);
        assertThat(verify("oob", token, proof).status()).isEqualTo(200);
    }

    @Test
    void recoveryCodeIsReplaced() throws Exception {
        String code = tenant.secondFactors().enrollRecoveryCode(Demo.ALICE_SUB);
        Answer tokens = verify("recovery-code", mfaToken(), Map.of("recovery_code", code));
        assertThat(tokens.text("recovery_code")).isNotEqualTo(code).hasSize(24);
        assertThat(verify("recovery-code", mfaToken(), Map.of("recovery_code", code))
                        .error())
                .isEqualTo("403 invalid_grant");
    }

    @Test
    void furtherFactorIsWantedWhereTwoAre() throws Exception {
        tenant.settings().secondFactors(2);
        String secret = tenant.secondFactors().enrollApp(Demo.ALICE_SUB);
        tenant.secondFactors().enrollPhone(Demo.ALICE_SUB, "+15551234567");
        Answer second = verify("otp", mfaToken(), Map.of("otp", Totp.code(secret, clock.instant())));
        assertThat(second.error()).isEqualTo("403 mfa_required");
        assertThat(second.json().get("mfa_requirements"))
                .isEqualTo(Map.of("challenge", List.of(Map.of("type", "phone"))));
        String token = second.text("mfa_token");
        String oobCode = challenge(token, "oob").text("oob_code");
        String code = tenant.secondFactors().lastCode(Demo.ALICE_SUB);
        assertThat(verify("oob", token, Map.of("oob_code", oobCode, "binding_code", code))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void requestsAreRefusedThatAreNotAsTheyMustBe() throws Exception {
        String token = mfaToken();
        assertThat(associate("wrong", Map.of("authenticator_types", List.of("otp")))
                        .error())
                .isEqualTo("401 expired_token");
        assertThat(associate(token, Map.of("authenticator_types", List.of("oob")))
                        .error())
                .isEqualTo("400 invalid_request");
        assertThat(associate(
                                token,
                                Map.of(
                                        "authenticator_types",
                                        List.of("oob"),
                                        "oob_channels",
                                        List.of("sms"),
                                        "phone_number",
                                        "5551234567"))
                        .error())
                .isEqualTo("400 invalid_request");
        assertThat(challenge(token, "otp").error()).isEqualTo("400 invalid_request");
        assertThat(post("/mfa/challenge", "", Map.of("mfa_token", token, "challenge_type", "otp"))
                        .error())
                .isEqualTo("401 invalid_client");
        assertThat(verify("otp", token, Map.of("otp", "1", "audience", Demo.AUDIENCE))
                        .error())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void factorIsDeletedByAnAccessTokenForThisApiOnly() throws Exception {
        tenant.secondFactors().enrollPush(Demo.ALICE_SUB);
        String token = mfaToken();
        String id = application
                .browser
                .send(Browser.request(application.at("/mfa/authenticators")).header("Authorization", "Bearer " + token))
                .body()
                .replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        String address = "/mfa/authenticators/" + id.replace("|", "%7C");
        assertThat(delete(address, token).status()).isEqualTo(401);
        String mine = tenant.tokens()
                .accessToken(Demo.ALICE_SUB, Demo.CLIENT_ID, tenant.issuer() + "mfa/", "remove:authenticators")
                .sign();
        String bobs = tenant.tokens()
                .accessToken(Demo.BOB_SUB, Demo.CLIENT_ID, tenant.issuer() + "mfa/", "remove:authenticators")
                .sign();
        assertThat(delete(address, bobs).status()).isEqualTo(404);
        assertThat(delete(address, mine).status()).isEqualTo(204);
        assertThat(delete(address, mine).status()).isEqualTo(404);
    }

    private Answer delete(String path, String token) throws Exception {
        return application.browser.send(Browser.request(application.at(path))
                .header("Authorization", "Bearer " + token)
                .DELETE());
    }
}
