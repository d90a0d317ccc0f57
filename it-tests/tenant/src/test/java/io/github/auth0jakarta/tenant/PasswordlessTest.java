package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes and links that are sent to people, and the tokens for them. */
class PasswordlessTest {

    private static final String GRANT = "http://auth0.com/oauth/grant-type/passwordless/otp";
    private static final String EMAIL = "ada@example.com";
    private static final String PHONE = "+4912345678";

    private final TestClock clock = new TestClock();
    private final Tenant tenant = Tenant.builder()
            .clock(clock)
            .demo(Application.URL)
            .client(Client.builder("other", "other-secret").build())
            .start();
    private final Application application = new Application(tenant);
    private final JsonClient client = new JsonClient(application);

    @AfterEach
    void stop() {
        tenant.close();
    }

    private Answer mail(Map<String, Object> altered) throws Exception {
        Map<String, Object> members =
                new LinkedHashMap<>(Map.of("connection", "email", "email", EMAIL, "send", "code"));
        members.putAll(altered);
        return client.post("/passwordless/start", members);
    }

    private String mailed() throws Exception {
        assertThat(mail(Map.of()).status()).isEqualTo(200);
        return tenant.outbox().last(EMAIL).content();
    }

    private Answer redeem(Map<String, String> altered) throws Exception {
        Map<String, String> form = Application.credentials();
        form.put("grant_type", GRANT);
        form.put("scope", "openid email offline_access");
        form.putAll(altered);
        form.values().removeIf(String::isEmpty);
        return application.browser.post(application.at("/oauth/token"), form);
    }

    private Answer redeemMailed(String code) throws Exception {
        return redeem(Map.of("realm", "email", "username", EMAIL, "otp", code));
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "111111" : "000000";
    }

    private Answer challenge(Map<String, Object> altered) throws Exception {
        Map<String, Object> members = new LinkedHashMap<>(
                Map.of("connection", Accounts.DATABASE, "email", Demo.ALICE_EMAIL, "allow_signup", false));
        members.putAll(altered);
        return client.post("/otp/challenge", members);
    }

    private Answer link(Map<String, Object> altered) throws Exception {
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of(
                "response_type",
                "code",
                "redirect_uri",
                Application.CALLBACK,
                "scope",
                "openid",
                "state",
                "state-1",
                "nonce",
                "nonce-1"));
        parameters.putAll(altered);
        parameters.values().removeIf(""::equals);
        return mail(Map.of("send", "link", "authParams", parameters));
    }

    private Answer followed() throws Exception {
        assertThat(link(Map.of()).status()).isEqualTo(200);
        return application.browser.get(tenant.outbox().last(EMAIL).content());
    }

    @Test
    void codeOfAMailBringsTokensOnce() throws Exception {
        String code = mailed();
        assertThat(code).matches("[0-9]{6}");
        assertThat(tenant.outbox().last(EMAIL).kind()).isEqualTo(Outbox.Kind.CODE);
        assertThat(tenant.outbox().last(EMAIL).language()).isEqualTo("de");

        Answer tokens = redeemMailed(code);

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.json()).containsKeys("access_token", "refresh_token");
        Map<String, Object> claims = Jwts.claims(tokens.text("id_token"));
        assertThat(claims).containsEntry("email", EMAIL).doesNotContainKey("nonce");
        assertThat(String.valueOf(claims.get("sub"))).startsWith("email|");
        assertThat(redeemMailed(code).error()).isEqualTo("403 invalid_grant");
        assertThat(Jwts.claims(redeemMailed(mailed()).text("id_token"))).containsEntry("sub", claims.get("sub"));
    }

    @Test
    void codeOfATextMessageBringsTheUserOfThatNumber() throws Exception {
        assertThat(client.post("/passwordless/start", Map.of("connection", "sms", "phone_number", PHONE))
                        .status())
                .isEqualTo(200);
        String code = tenant.outbox().last(PHONE).content();
        assertThat(redeem(Map.of("realm", "email", "username", EMAIL, "otp", code))
                        .error())
                .isEqualTo("403 invalid_grant");
        Answer tokens = redeem(Map.of("realm", "sms", "username", PHONE, "otp", code));
        Map<String, Object> claims = Jwts.claims(tokens.text("id_token"));
        assertThat(claims).containsEntry("phone_number", PHONE).doesNotContainKey("email");
        assertThat(String.valueOf(claims.get("sub"))).startsWith("sms|");
    }

    @Test
    void userWhoIsRegisteredIsFoundWhateverTheCaseOfTheAddress() throws Exception {
        tenant.register(User.builder("email|ada", "Ada@example.com", "unused-password")
                .permissions(Demo.AUDIENCE, "read:orders")
                .build());
        String code = mailed();
        Answer tokens = redeem(Map.of(
                "realm",
                "email",
                "username",
                "ADA@example.com",
                "otp",
                code,
                "audience",
                Demo.AUDIENCE,
                "scope",
                "openid read:orders write:orders"));
        assertThat(Jwts.claims(tokens.text("id_token"))).containsEntry("sub", "email|ada");
        assertThat(tokens.text("scope")).isEqualTo("openid read:orders");
    }

    @Test
    void thirdWrongCodeIsTheLast() throws Exception {
        String code = mailed();
        for (int i = 0; i < 2; i++) {
            assertThat(redeemMailed(wrong(code)).error()).isEqualTo("403 invalid_grant");
        }
        assertThat(redeemMailed(code).status()).isEqualTo(200);
        code = mailed();
        for (int i = 0; i < 3; i++) {
            assertThat(redeemMailed(wrong(code)).error()).isEqualTo("403 invalid_grant");
        }
        assertThat(redeemMailed(code).error()).isEqualTo("403 invalid_grant");
    }

    @Test
    void codeEndsAfterThreeMinutesHoweverOftenItWasTried() throws Exception {
        String code = mailed();
        clock.advance(OneTimeCodes.LIFETIME.minusSeconds(1));
        assertThat(redeemMailed(wrong(code)).error()).isEqualTo("403 invalid_grant");
        clock.advance(Duration.ofSeconds(1));
        assertThat(redeemMailed(code).error()).isEqualTo("403 invalid_grant");
    }

    @Test
    void newCodeReplacesTheOneBefore() throws Exception {
        String first = mailed();
        String second = mailed();
        assertThat(first.equals(second) || redeemMailed(first).status() == 403).isTrue();
        assertThat(redeemMailed(second).status()).isEqualTo(200);
    }

    @Test
    void codeIsOfTheClientThatHadItSent() throws Exception {
        String code = mailed();
        assertThat(redeem(Map.of(
                                "realm",
                                "email",
                                "username",
                                EMAIL,
                                "otp",
                                code,
                                "client_id",
                                "other",
                                "client_secret",
                                "other-secret"))
                        .error())
                .isEqualTo("403 invalid_grant");
        assertThat(redeemMailed(code).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "connection,'',400 invalid_request",
        "connection,google-oauth2,400 bad.connection",
        "email,'',400 invalid_request",
        "email,ada,400 bad.email",
        "email,a b@example.com,400 bad.email",
        "send,carrier-pigeon,400 invalid_request",
        "phone_number,+4912345678,400 invalid_request",
        "scope,openid,400 invalid_request",
        "client_secret,wrong,401 invalid_client",
        "client_secret,'',401 invalid_client",
        "client_id,nobody,401 invalid_client",
    })
    void startIsStrict(String member, String value, String error) throws Exception {
        assertThat(mail(Map.of(member, value)).error()).isEqualTo(error);
        assertThat(tenant.outbox().to(EMAIL)).isEmpty();
    }

    @Test
    void startTakesNoFormNoQueryAndNoNumberThatIsNone() throws Exception {
        assertThat(application
                        .browser
                        .post(application.at("/passwordless/start"), Application.credentials())
                        .error())
                .isEqualTo("400 invalid_request");
        assertThat(client.post("/passwordless/start?connection=email", Map.of("email", EMAIL))
                        .error())
                .isEqualTo("400 invalid_request");
        assertThat(client.post("/passwordless/start", Map.of("connection", "sms", "phone_number", "0123"))
                        .error())
                .isEqualTo("400 bad.phone_number");
        assertThat(mail(Map.of("authParams", Map.of("state", "x"))).error()).isEqualTo("400 invalid_request");
        assertThat(mail(Map.of("email", "a".repeat(8193))).error()).isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "realm,'',400 invalid_request",
        "realm,voice,400 invalid_request",
        "username,'',400 invalid_request",
        "otp,'',400 invalid_request",
        "auth_session,x,400 invalid_request",
        "audience,https://nowhere.example.com,403 access_denied",
        "client_secret,wrong,401 invalid_client",
    })
    void grantIsStrictAndDoesNotUseTheCodeUp(String parameter, String value, String error) throws Exception {
        String code = mailed();
        Map<String, String> form = new LinkedHashMap<>(Map.of("realm", "email", "username", EMAIL, "otp", code));
        form.put(parameter, value);
        assertThat(redeem(form).error()).isEqualTo(error);
        assertThat(redeemMailed(code).status()).isEqualTo(200);
    }

    @Test
    void grantTakesNoJson() throws Exception {
        assertThat(client.post(
                                "/oauth/token",
                                Map.of("grant_type", GRANT, "realm", "email", "username", EMAIL, "otp", mailed()))
                        .error())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void secondFactorMayBeWantedAfterTheCode() throws Exception {
        tenant.settings().secondFactorFor("email");
        String secret = tenant.secondFactors().enrollApp(Demo.ALICE_SUB);
        challenge(Map.of());
        String authSession = challenge(Map.of()).text("auth_session");
        String code = tenant.outbox().last(Demo.ALICE_EMAIL).content();
        Answer demand = redeem(Map.of("auth_session", authSession, "otp", code));
        assertThat(demand.error()).isEqualTo("403 mfa_required");
        Map<String, String> form = Application.credentials();
        form.put("grant_type", "http://auth0.com/oauth/grant-type/mfa-otp");
        form.put("mfa_token", demand.text("mfa_token"));
        form.put("otp", Totp.code(secret, clock.instant()));
        Answer tokens = application.browser.post(application.at("/oauth/token"), form);
        assertThat(Jwts.claims(tokens.text("id_token"))).containsEntry("acr", LoginRules.MULTI_FACTOR);
    }

    @Test
    void linkLogsInAndLeadsBackToTheClientOnce() throws Exception {
        assertThat(link(Map.of()).status()).isEqualTo(200);
        Outbox.Message message = tenant.outbox().last(EMAIL);
        assertThat(message.kind()).isEqualTo(Outbox.Kind.LINK);
        assertThat(message.content()).startsWith(application.at("/passwordless/verify_redirect?"));

        Answer back = application.browser.get(message.content());

        assertThat(back.location()).startsWith(Application.CALLBACK + "?");
        assertThat(back.redirected("state")).isEqualTo("state-1");
        Answer tokens = application.redeem(back.code(), Map.of("code_verifier", ""));
        assertThat(Jwts.claims(tokens.text("id_token"))).containsEntry("nonce", "nonce-1");
        assertThat(application.browser.get(message.content()).pageError()).isEqualTo("403 invalid_grant");
    }

    @Test
    void codeOfALinkIsTakenWithoutAVerifierOnly() throws Exception {
        assertThat(application.redeem(followed().code(), Map.of()).error()).isEqualTo("400 invalid_grant");
        String usual = new Application(tenant).code();
        assertThat(application.redeem(usual, Map.of("code_verifier", "")).error())
                .isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri,http://localhost:8080/elsewhere,403 unauthorized_client",
        "redirect_uri,'',400 invalid_request",
        "response_type,token,400 unsupported_response_type",
        "scope,profile,400 invalid_scope",
        "code_challenge,dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk,400 invalid_request",
        "audience,https://nowhere.example.com,403 access_denied",
    })
    void parametersOfALinkAreCheckedBeforeItIsSent(String parameter, String value, String error) throws Exception {
        assertThat(link(Map.of(parameter, value)).error()).isEqualTo(error);
        assertThat(tenant.outbox().to(EMAIL)).isEmpty();
    }

    @Test
    void linkThatWasAlteredIsRefused() throws Exception {
        link(Map.of());
        String link = tenant.outbox().last(EMAIL).content();
        String code = link.substring(link.length() - 6);
        assertThat(application.browser.get(link.replace("ada%40", "eve%40")).pageError())
                .isEqualTo("403 invalid_grant");
        assertThat(application
                        .browser
                        .get(link.replace("client_id=" + Demo.CLIENT_ID, "client_id=other"))
                        .pageError())
                .isEqualTo("403 invalid_grant");
        assertThat(application.browser.get(link.replace(code, wrong(code))).pageError())
                .isEqualTo("403 invalid_grant");
        assertThat(application
                        .browser
                        .get(link.replace("connection=email", "connection=sms"))
                        .pageError())
                .isEqualTo("400 invalid_request");
        assertThat(redeemMailed(code).error()).isEqualTo("403 invalid_grant");
        assertThat(application.browser.get(link).code()).isNotEmpty();
    }

    @Test
    void challengeBringsTheUserOfTheDatabase() throws Exception {
        String authSession = challenge(Map.of()).text("auth_session");
        String code = tenant.outbox().last(Demo.ALICE_EMAIL).content();
        assertThat(redeem(Map.of("auth_session", authSession, "otp", wrong(code)))
                        .error())
                .isEqualTo("403 invalid_grant");
        assertThat(redeem(Map.of("auth_session", "another", "otp", code)).error())
                .isEqualTo("403 invalid_grant");
        assertThat(redeem(Map.of(
                                "auth_session",
                                authSession,
                                "otp",
                                code,
                                "client_id",
                                "other",
                                "client_secret",
                                "other-secret"))
                        .error())
                .isEqualTo("403 invalid_grant");
        assertThat(Jwts.claims(
                        redeem(Map.of("auth_session", authSession, "otp", code)).text("id_token")))
                .containsEntry("sub", Demo.ALICE_SUB);
        assertThat(redeem(Map.of("auth_session", authSession, "otp", code)).error())
                .isEqualTo("403 invalid_grant");
    }

    @Test
    void challengeDoesNotTellWhoIsKnown() throws Exception {
        Answer unknown = challenge(Map.of("email", EMAIL));
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.json().keySet()).isEqualTo(challenge(Map.of()).json().keySet());
        assertThat(tenant.outbox().to(EMAIL)).isEmpty();
    }

    @Test
    void challengeSignsUpWhereThatIsAllowed() throws Exception {
        String authSession = challenge(
                        Map.of("email", "", "phone_number", PHONE, "delivery_method", "voice", "allow_signup", true))
                .text("auth_session");
        String code = tenant.outbox().last(PHONE).content();
        Map<String, Object> claims = Jwts.claims(
                redeem(Map.of("auth_session", authSession, "otp", code)).text("id_token"));
        assertThat(claims).containsEntry("phone_number", PHONE);
        assertThat(String.valueOf(claims.get("sub"))).startsWith("auth0|");
    }

    @ParameterizedTest
    @CsvSource({
        "connection,email,400 bad.connection",
        "email,'',400 invalid_request",
        "phone_number,+4912345678,400 invalid_request",
        "delivery_method,text,400 invalid_request",
        "allow_signup,yes,400 invalid_request",
        "send,code,400 invalid_request",
        "client_secret,wrong,401 invalid_client",
    })
    void challengeIsStrict(String member, String value, String error) throws Exception {
        assertThat(challenge(Map.of(member, value)).error()).isEqualTo(error);
    }
}
