package io.github.auth0jakarta.internal.mfa;

import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.ASSOCIATE;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.AUTHENTICATORS;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.CHALLENGE;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.demanded;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.factors;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.issued;
import static io.github.auth0jakarta.testing.FakeAuthorizationServer.REVOKE;
import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.MfaAuthenticator;
import io.github.auth0jakarta.MfaChallenge;
import io.github.auth0jakarta.MfaChallengeRequest;
import io.github.auth0jakarta.MfaEnrollment;
import io.github.auth0jakarta.MfaEnrollmentRequest;
import io.github.auth0jakarta.MfaRequiredException;
import io.github.auth0jakarta.MfaResult;
import io.github.auth0jakarta.MfaVerification;
import io.github.auth0jakarta.event.TokenRefreshed;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.Together;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MfaStepsTest {
    private final SecondFactorFlow flow = new SecondFactorFlow();
    private final Browser browser = flow.loggedIn();

    @AfterEach
    void stop() {
        flow.close();
    }

    private MfaResult verify(Browser sender, String mfaToken, MfaVerification factor) {
        SecondFactorFlow.Visit visit = flow.visit(sender);
        try {
            return flow.steps.verify(mfaToken, factor, visit.servlet(), visit.response.servlet());
        } finally {
            visit.end();
        }
    }

    private MfaResult verifyOtp(String mfaToken) {
        return verify(browser, mfaToken, MfaVerification.otp("123456"));
    }

    private static String authenticator(String id, String type, String more) {
        return "{\"id\":\"" + id + "\",\"authenticator_type\":\"" + type + "\",\"active\":true" + more + "}";
    }

    private List<String> listed(String... demanded) {
        flow.provider.on(
                AUTHENTICATORS,
                Reply.json("[" + authenticator("totp|1", "otp", "") + ","
                        + authenticator("sms|2", "oob", ",\"oob_channels\":[\"sms\"],\"name\":\"X1234\"") + ","
                        + authenticator("voice|3", "oob", ",\"oob_channel\":\"voice\"") + ","
                        + authenticator("email|4", "oob", ",\"oob_channel\":\"email\",\"type\":\"email\"") + ","
                        + authenticator("push|5", "oob", ",\"oob_channel\":\"auth0\"") + ","
                        + authenticator("other|6", "oob", ",\"oob_channel\":\"pigeon\"") + ","
                        + authenticator("recovery-code|7", "recovery-code", "") + "]"));
        String token = flow.mfaToken(browser, demanded.length == 0 ? Map.of() : factors("challenge", demanded));
        return flow.steps.authenticators(token, flow.visit(browser).servlet()).stream()
                .map(MfaAuthenticator::id)
                .toList();
    }

    @Test
    void authenticatorsWhenFactorsAreDemandedThenThoseThatWillDo() {
        assertThat(listed()).hasSize(7);
        assertThat(listed("otp")).containsExactly("totp|1");
        assertThat(listed("phone")).containsExactly("sms|2", "voice|3");
        assertThat(listed("push-notification", "recovery-code")).containsExactly("push|5", "recovery-code|7");
        assertThat(listed("email")).containsExactly("email|4");
        assertThat(listed("oob")).containsExactly("sms|2", "voice|3", "email|4", "push|5", "other|6");
        assertThat(listed("webauthn-roaming")).isEmpty();
    }

    @Test
    void authenticatorsWhenDescribedThenAsTheProviderDoes() {
        flow.provider.on(AUTHENTICATORS, Reply.json("[" + authenticator("sms|2", "oob", """
                        ,"oob_channels":["sms"],"name":"XXX1234","type":"phone","phone_number":"+1555XXX",
                        "created_at":"2026-01-02T03:04:05.678Z","last_auth":"yesterday"
                        """) + "]"));
        MfaAuthenticator only = flow.steps
                .authenticators(flow.mfaToken(browser), flow.visit(browser).servlet())
                .get(0);
        assertThat(only.name()).contains("XXX1234");
        assertThat(only.type()).contains("phone");
        assertThat(only.phoneNumber()).contains("+1555XXX");
        assertThat(only.oobChannels()).containsExactly("sms");
        assertThat(only.createdAt()).contains(Instant.parse("2026-01-02T03:04:05.678Z"));
        assertThat(only.lastAuthenticatedAt()).isEmpty();
        assertThat(only.toString()).doesNotContain("1234", "1555", "sms|2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[1]", "[{\"id\":\"a\"}]", "[{\"authenticator_type\":\"otp\"}]", "[] []", "no JSON"})
    void authenticatorsWhenMalformedThenRefused(String body) {
        flow.provider.on(AUTHENTICATORS, Reply.json(body));
        String token = flow.mfaToken(browser);
        assertRefused(
                Auth0ErrorCode.SERVER_RESPONSE_MALFORMED,
                () -> flow.steps.authenticators(token, flow.visit(browser).servlet()));
    }

    @ParameterizedTest
    @CsvSource({"oob, phone", "oob, sms", "oob, voice", "oob, email", "oob, push-notification", "oob, oob", "otp, otp"})
    @Tag("TC-12")
    void challengeWhenAFactorThatIsChallengedSoIsDemandedThenSent(String type, String demanded) {
        flow.provider.on(
                CHALLENGE, Reply.json(Map.of("challenge_type", type, "oob_code", "oc", "binding_method", "prompt")));
        String token = flow.mfaToken(browser, factors("challenge", demanded, "webauthn-roaming"));
        MfaChallenge challenge =
                flow.steps.challenge(token, request(type), flow.visit(browser).servlet());
        assertThat(challenge.type()).isEqualTo(type);
        assertThat(challenge.oobCode()).contains("oc");
        assertThat(challenge.bindingMethod()).contains("prompt");
        assertThat(challenge.toString()).doesNotContain("oc,", "=oc");
    }

    private static MfaChallengeRequest request(String type) {
        return type.equals("otp") ? MfaChallengeRequest.otp() : MfaChallengeRequest.oob();
    }

    @ParameterizedTest
    @CsvSource({"oob, otp", "oob, recovery-code", "otp, phone", "otp, oob"})
    @Tag("TC-12")
    void challengeWhenAnotherFactorIsDemandedThenNotSent(String type, String demanded) {
        String token = flow.mfaToken(browser, factors("challenge", demanded));
        assertRefused(
                Auth0ErrorCode.MFA_FACTOR_NOT_AVAILABLE,
                () -> flow.steps.challenge(
                        token, request(type), flow.visit(browser).servlet()));
        assertThat(flow.provider.received(CHALLENGE)).isEmpty();
    }

    @Test
    void enrollWhenOtpThenWhatAnAppNeeds() {
        flow.provider.on(ASSOCIATE, Reply.json("""
                {"authenticator_type":"otp","secret":"ABCDEFGH","barcode_uri":"otpauth://totp/x?secret=ABCDEFGH",
                 "recovery_codes":["RRRR"],"id":"totp|1"}"""));
        String token = flow.mfaToken(browser, factors("enroll", "otp"));
        MfaEnrollment enrollment = flow.steps.enroll(
                token, MfaEnrollmentRequest.otp(), flow.visit(browser).servlet());
        assertThat(enrollment.secret()).contains("ABCDEFGH");
        assertThat(enrollment.barcodeUri()).contains("otpauth://totp/x?secret=ABCDEFGH");
        assertThat(enrollment.recoveryCodes()).containsExactly("RRRR");
        assertThat(enrollment.id()).contains("totp|1");
        assertThat(enrollment.toString()).doesNotContain("ABCDEFGH", "RRRR");
    }

    @Test
    void enrollWhenOutOfBandThenWhatWasSentWhere() {
        flow.provider.on(ASSOCIATE, Reply.json("""
                {"authenticator_type":"oob","oob_channel":"sms","oob_code":"oc","binding_method":"prompt"}"""));
        String token = flow.mfaToken(browser, factors("enroll", "phone"));
        MfaEnrollment enrollment = flow.steps.enroll(
                token,
                MfaEnrollmentRequest.sms("+15551234567"),
                flow.visit(browser).servlet());
        assertThat(enrollment.oobChannel()).contains("sms");
        assertThat(enrollment.oobCode()).contains("oc");
        assertThat(enrollment.bindingMethod()).contains("prompt");
    }

    /** Whoever has only the password must not add a factor of their own where the user has one. */
    @Test
    @Tag("TC-12")
    void enrollWhenNotDemandedThenNotSent() {
        String shown = flow.mfaToken(browser, factors("challenge", "otp"));
        String other = flow.mfaToken(browser, factors("enroll", "otp"));
        assertRefused(
                Auth0ErrorCode.MFA_FACTOR_NOT_AVAILABLE,
                () -> flow.steps.enroll(
                        shown, MfaEnrollmentRequest.otp(), flow.visit(browser).servlet()));
        assertRefused(
                Auth0ErrorCode.MFA_FACTOR_NOT_AVAILABLE,
                () -> flow.steps.enroll(
                        other, MfaEnrollmentRequest.push(), flow.visit(browser).servlet()));
        assertThat(flow.provider.received(ASSOCIATE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15551234567", "+05551234567", "+1555123456789012", "+1 555 123", "+1555\n", "+12"})
    void enrollWhenThePhoneNumberIsNotOfE164ThenNotSent(String number) {
        String token = flow.mfaToken(browser);
        for (MfaEnrollmentRequest request :
                List.of(MfaEnrollmentRequest.sms(number), MfaEnrollmentRequest.voice(number))) {
            assertRefused(
                    Auth0ErrorCode.MFA_OPTIONS_INVALID,
                    () -> flow.steps.enroll(token, request, flow.visit(browser).servlet()));
        }
        assertThat(flow.provider.received(ASSOCIATE)).isEmpty();
    }

    @Test
    void callsWhenMalformedThenNotSent() {
        String token = flow.mfaToken(browser);
        int before = flow.provider.received(TOKEN).size();
        for (MfaVerification factor : List.of(
                MfaVerification.otp(""),
                MfaVerification.otp("1".repeat(65)),
                MfaVerification.oob("o c"),
                MfaVerification.oob("oc", ""),
                MfaVerification.recoveryCode("ä"))) {
            assertRefused(Auth0ErrorCode.MFA_OPTIONS_INVALID, () -> verify(browser, token, factor));
        }
        assertRefused(
                Auth0ErrorCode.MFA_OPTIONS_INVALID,
                () -> flow.steps.enroll(
                        token,
                        MfaEnrollmentRequest.email("no address"),
                        flow.visit(browser).servlet()));
        for (String id : List.of("", "..", "a/b", "a?b")) {
            assertRefused(
                    Auth0ErrorCode.MFA_OPTIONS_INVALID,
                    () -> flow.steps.delete(token, id, flow.visit(browser).servlet()));
            assertRefused(
                    Auth0ErrorCode.MFA_OPTIONS_INVALID,
                    () -> flow.steps.challenge(
                            token,
                            MfaChallengeRequest.otp().withAuthenticator(id),
                            flow.visit(browser).servlet()));
        }
        assertThat(flow.provider.received(TOKEN)).hasSize(before);
    }

    @Test
    @Tag("F-32")
    void verifyWhenTheSessionHasAskedThenItHasTheTokensAndTheNextQuestionIsAnswered() {
        String token = flow.mfaToken(browser);
        flow.provider.on(TOKEN, issued(Map.of("refresh_token", "rt-2", "scope", "pay")));

        MfaResult result = verifyOtp(token);

        assertThat(result.tokens().accessToken().value()).isEqualTo("stepped-up");
        assertThat(result.tokens().refreshToken()).isEmpty();
        assertThat(result.recoveryCode()).isEmpty();
        assertThat(result.toString()).doesNotContain("stepped-up");
        assertThat(flow.data(browser).refreshToken()).isEqualTo("rt-2");
        int asked = flow.provider.received(TOKEN).size();
        assertThat(flow.visit(browser).get("pay").value()).isEqualTo("stepped-up");
        assertThat(flow.provider.received(TOKEN)).hasSize(asked);
        assertThat(flow.events).last().isInstanceOf(TokenRefreshed.class);
        assertThat(flow.logins).isEmpty();
    }

    @Test
    void verifyWhenTheProviderSaysNothingOfScopesThenThoseThatWereAskedFor() {
        String token = flow.mfaToken(browser);
        flow.provider.on(TOKEN, issued(Map.of()));
        assertThat(verifyOtp(token).tokens().accessToken().scopes()).containsExactly("pay");
        assertThat(flow.data(browser).refreshToken()).isEqualTo("rt-1");
    }

    @Test
    void verifyWhenAnIdTokenOfTheCallerComesThenInTheSession() {
        String token = flow.mfaToken(browser);
        String idToken =
                flow.idToken(TestJwts.SUBJECT).claim("amr", List.of("mfa")).build();
        flow.provider.on(TOKEN, issued(Map.of("id_token", idToken)));
        verifyOtp(token);
        SessionData data = flow.data(browser);
        assertThat(data.idToken()).isEqualTo(idToken);
        assertThat(data.groups()).containsExactly("renewed");
    }

    @Test
    @Tag("TC-12")
    void verifyWhenAnIdTokenOfSomebodyElseComesThenNothingIsKept() {
        String token = flow.mfaToken(browser);
        flow.provider.on(
                TOKEN, issued(Map.of("id_token", flow.idToken("auth0|eve").build(), "refresh_token", "rt-of-eve")));
        flow.provider.on(REVOKE, Reply.json("{}"));
        assertRefused(Auth0ErrorCode.ID_TOKEN_SUBJECT_MISMATCH, () -> verifyOtp(token));
        assertThat(flow.data(browser).accessTokens()).isEmpty();
        assertThat(flow.data(browser).refreshToken()).isEqualTo("rt-1");
        assertThat(flow.provider.received(REVOKE))
                .singleElement()
                .satisfies(request -> assertThat(request.form()).containsEntry("token", "rt-of-eve"));
    }

    @Test
    void verifyWhenARecoveryCodeIsUsedUpThenThereIsANewOne() {
        String token = flow.mfaToken(browser);
        flow.provider.on(TOKEN, issued(Map.of("recovery_code", "NEXT-CODE")));
        MfaResult result = verify(browser, token, MfaVerification.recoveryCode("USED"));
        assertThat(result.recoveryCode()).contains("NEXT-CODE");
        assertThat(result.toString()).doesNotContain("NEXT-CODE");
    }

    @Test
    void verifyWhenAFurtherFactorIsWantedThenItsTokenGoesOn() {
        String first = flow.mfaToken(browser, factors("challenge", "otp"));
        flow.provider.on(TOKEN, demanded("second-token", factors("challenge", "phone")));
        MfaRequiredException next = catchThrowableOfType(MfaRequiredException.class, () -> verifyOtp(first));
        assertThat(next.requirements().challenge()).containsExactly("phone");
        assertThat(next.mfaToken()).isNotEqualTo(first).doesNotContain("second-token");

        flow.provider.on(TOKEN, issued(Map.of("scope", "pay")));
        verify(browser, next.mfaToken(), MfaVerification.oob("oc", "1234"));

        assertThat(flow.provider.received(TOKEN).get(2).form())
                .containsEntry("mfa_token", "second-token")
                .containsEntry("scope", "pay");
        assertThat(flow.visit(browser).get("pay").value()).isEqualTo("stepped-up");
    }

    private void assertWrong(String token, MfaVerification factor) {
        AuthorizationServerException refusal =
                catchThrowableOfType(AuthorizationServerException.class, () -> verify(browser, token, factor));
        assertThat(refusal.code()).isEqualTo(Auth0ErrorCode.SERVER_INVALID_GRANT);
        assertThat(refusal.error()).contains("invalid_grant");
    }

    @Test
    @Tag("TC-12")
    void verifyWhenFiveCodesWereWrongThenNoFurtherOneIsSent() {
        String token = flow.mfaToken(browser);
        flow.provider.on(TOKEN, Reply.error(403, "invalid_grant"));
        for (int i = 0; i < 3; i++) {
            assertWrong(token, MfaVerification.otp("11111" + i));
        }
        assertWrong(token, MfaVerification.recoveryCode("WRONG"));
        assertWrong(token, MfaVerification.oob("oc", "0000"));
        int sent = flow.provider.received(TOKEN).size();
        flow.provider.on(TOKEN, issued(Map.of()));

        assertRefused(Auth0ErrorCode.MFA_ATTEMPTS_EXHAUSTED, () -> verifyOtp(token));

        assertThat(flow.provider.received(TOKEN)).hasSize(sent);
        assertThat(flow.data(browser).accessTokens()).isEmpty();
    }

    /** The count is of the provider's token: the session gets the same one sealed anew. */
    @Test
    @Tag("TC-12")
    void verifyWhenTheSameDemandIsSealedAgainThenItsCodesStillCount() {
        String first = flow.mfaToken(browser);
        flow.provider.on(TOKEN, Reply.error(403, "invalid_grant"));
        for (int i = 0; i < 5; i++) {
            assertWrong(first, MfaVerification.otp("111111"));
        }
        String again = flow.mfaToken(browser);
        assertThat(again).isNotEqualTo(first);
        assertRefused(Auth0ErrorCode.MFA_ATTEMPTS_EXHAUSTED, () -> verifyOtp(again));
    }

    @Test
    @Tag("TC-12")
    void verifyWhenManyCodesComeAtOnceThenNoMoreThanFiveAreSent() {
        String token = flow.mfaToken(browser);
        int before = flow.provider.received(TOKEN).size();
        flow.provider.on(TOKEN, Reply.error(403, "invalid_grant"));
        Together.call(
                40,
                () -> {
                    assertThatThrownBy(() -> flow.steps.verify(
                                    token,
                                    MfaVerification.otp("111111"),
                                    flow.visit(browser).servlet(),
                                    flow.visit(browser).response.servlet()))
                            .isInstanceOf(Auth0Exception.class);
                    return "";
                },
                () -> {});
        assertThat(flow.provider.received(TOKEN)).hasSize(before + 5);
    }

    @ParameterizedTest
    @CsvSource({"400, authorization_pending", "400, slow_down", "401, invalid_client", "503, temporarily_unavailable"})
    void verifyWhenNoCodeWasWrongThenItDoesNotCount(int status, String error) {
        String token = flow.mfaToken(browser);
        flow.provider.on(TOKEN, Reply.error(status, error));
        for (int i = 0; i < 8; i++) {
            AuthorizationServerException refusal = catchThrowableOfType(
                    AuthorizationServerException.class, () -> verify(browser, token, MfaVerification.oob("oc")));
            assertThat(refusal.error()).contains(error);
        }
        flow.provider.on(TOKEN, issued(Map.of()));
        assertThat(verify(browser, token, MfaVerification.oob("oc")).tokens()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"expired_token, MFA_TOKEN_EXPIRED", "invalid_token, MFA_TOKEN_INVALID"})
    void callsWhenTheProvidersTokenHasEndedThenSaidSo(String error, Auth0ErrorCode code) {
        String token = flow.mfaToken(browser);
        for (String path : List.of(TOKEN, AUTHENTICATORS, ASSOCIATE, CHALLENGE)) {
            flow.provider.on(path, Reply.error(401, error));
        }
        assertRefused(code, () -> verifyOtp(token));
        assertRefused(
                code, () -> flow.steps.authenticators(token, flow.visit(browser).servlet()));
        assertRefused(
                code,
                () -> flow.steps.enroll(
                        token, MfaEnrollmentRequest.otp(), flow.visit(browser).servlet()));
        assertRefused(
                code,
                () -> flow.steps.challenge(
                        token, MfaChallengeRequest.otp(), flow.visit(browser).servlet()));
    }

    @Test
    void deleteWhenCalledThenTheFactorIs() {
        flow.provider.on("/mfa/authenticators/sms%7Cdev_1", new Reply(204, "text/plain", ""));
        String token = flow.mfaToken(browser);
        flow.steps.delete(token, "sms|dev_1", flow.visit(browser).servlet());
        assertThat(flow.provider.received("/mfa/authenticators/sms%7Cdev_1"))
                .singleElement()
                .satisfies(request -> assertThat(request.method()).isEqualTo("DELETE"));
    }

    @Test
    void verifyWhenThereWasNoSessionThenOneBeginsWithAnIdToken() {
        Browser anonymous = new Browser();
        SecondFactorFlow.Visit visit = flow.visit(anonymous);
        String token = flow.refusedGrant().mfaToken();
        visit.end();
        flow.provider.on(
                TOKEN,
                issued(Map.of(
                        "id_token",
                        flow.idToken(TestJwts.SUBJECT).without("nonce").build(),
                        "refresh_token",
                        "rt")));

        MfaResult result = verify(anonymous, token, MfaVerification.otp("123456"));

        assertThat(flow.logins).containsExactly(new TokenPurpose(null, Set.of("openid")));
        assertThat(result.tokens().refreshToken()).isEmpty();
        assertThat(result.tokens().idToken()).isEmpty();
    }

    /** What the application asked for itself must not come into the session of whoever is logged in. */
    @Test
    @Tag("TC-12")
    void verifyWhenTheApplicationHasAskedThenItGetsTheTokensAndTheSessionDoesNot() {
        SecondFactorFlow.Visit visit = flow.visit(browser);
        String token = flow.refusedGrant().mfaToken();
        visit.end();
        flow.provider.on(
                TOKEN,
                issued(Map.of(
                        "id_token", flow.idToken("auth0|other").without("nonce").build())));

        MfaResult result = verifyOtp(token);

        assertThat(result.tokens().accessToken().value()).isEqualTo("stepped-up");
        assertThat(result.tokens().claims()).containsEntry("sub", "auth0|other");
        assertThat(flow.logins).isEmpty();
        assertThat(flow.data(browser).accessTokens()).isEmpty();
        assertThat(flow.data(browser).login().subject()).isEqualTo(TestJwts.SUBJECT);
    }
}
