package io.github.auth0jakarta.internal.passwordless;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.DatabaseSignup;
import io.github.auth0jakarta.MyAccountException;
import io.github.auth0jakarta.OneTimePasswordChallenge;
import io.github.auth0jakarta.PasskeyChallenge;
import io.github.auth0jakarta.PasskeyEnrollment;
import io.github.auth0jakarta.PasskeyRegistration;
import io.github.auth0jakarta.PasskeyResponse;
import io.github.auth0jakarta.PasswordlessCode;
import io.github.auth0jakarta.PasswordlessRequest;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordlessTest {
    private static final String EMAIL = "ada@example.com";
    private static final PasskeyResponse PASSKEY = PasskeyResponse.of("as", Map.of("id", "k"));

    private final DirectRequests one = new DirectRequests();

    @AfterEach
    void stop() {
        one.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123", "+0123", "+1", "+1234567890123456", "+49 123", "49123", "+49123\n", ""})
    void sendCodeWhenThePhoneNumberIsNoneThenNothingIsSent(String number) {
        assertRefused(
                Auth0ErrorCode.PASSWORDLESS_REQUEST_INVALID,
                () -> one.passwordless.sendCode(PasswordlessRequest.smsCode(number)));
        assertThat(one.provider().received("/passwordless/start")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12", "+123456789012345"})
    void sendCodeWhenThePhoneNumberIsOfAnyLengthThenSent(String number) {
        one.passwordless.sendCode(PasswordlessRequest.smsCode(number));
        assertThat(one.sent("/passwordless/start").json()).containsEntry("phone_number", number);
    }

    static Stream<ThrowingCallable> invalid() {
        DirectRequests none = new DirectRequests();
        none.close();
        return Stream.of(
                () -> none.passwordless.sendCode(PasswordlessRequest.emailCode("nobody")),
                () -> none.passwordless.sendCode(PasswordlessRequest.emailCode("a b@example.com")),
                () -> none.passwordless.sendCode(
                        PasswordlessRequest.emailCode(EMAIL).withLanguage("de\r\nX: y")),
                () -> none.passwordless.challenge(OneTimePasswordChallenge.email(" ", EMAIL)),
                () -> none.passwordless.challenge(OneTimePasswordChallenge.phone("db", EMAIL, false)),
                () -> none.passwordless.tokens(PasswordlessCode.email(EMAIL, ""), TokenPurpose.UNNAMED),
                () -> none.passwordless.tokens(PasswordlessCode.email(EMAIL, "12 34"), TokenPurpose.UNNAMED),
                () -> none.passwordless.tokens(PasswordlessCode.sms(EMAIL, "1234"), TokenPurpose.UNNAMED),
                () -> none.passwordless.tokens(PasswordlessCode.challenge("", "1234"), TokenPurpose.UNNAMED),
                () -> none.databaseConnections.signUp(DatabaseSignup.of("db", EMAIL, " ")),
                () -> none.databaseConnections.signUp(
                        DatabaseSignup.of("db", EMAIL, "p").withProfile("client_id", "x")),
                () -> none.databaseConnections.changePassword("db", "x"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anythingWhenSomethingIsMalformedThenRefusedWithoutAProvider(ThrowingCallable call) {
        assertRefused(Auth0ErrorCode.PASSWORDLESS_REQUEST_INVALID, call);
    }

    @Test
    void passkeysWhenSomethingIsMalformedThenRefusedWithoutAProvider() {
        one.close();
        assertRefused(
                Auth0ErrorCode.PASSKEY_REQUEST_INVALID,
                () -> one.passkeys.registrationChallenge(PasskeyRegistration.ofPhoneNumber("123")));
        assertRefused(
                Auth0ErrorCode.PASSKEY_REQUEST_INVALID,
                () -> one.passkeys.registrationChallenge(
                        PasskeyRegistration.ofEmail(EMAIL).withProfile("email_verified", "true")));
        assertRefused(Auth0ErrorCode.PASSKEY_REQUEST_INVALID, () -> one.passkeys.loginChallenge("two words", null));
        assertRefused(
                Auth0ErrorCode.PASSKEY_REQUEST_INVALID,
                () -> one.passkeys.tokens(PasskeyResponse.of("as", Map.of()), TokenPurpose.UNNAMED));
        assertRefused(
                Auth0ErrorCode.PASSKEY_REQUEST_INVALID,
                () -> one.passkeys.tokens(PasskeyResponse.of(" ", Map.of("id", "k")), TokenPurpose.UNNAMED));
    }

    /** Some scripts write null for what a browser leaves out, and JSON-B reads numbers as decimals. */
    @Test
    void passkeysWhenTheAnswerHasNullsAndNumbersThenTheyAreSentAsTheyCame() {
        Map<String, Object> answer = new HashMap<>();
        answer.put("id", "k");
        answer.put("authenticatorAttachment", null);
        answer.put("response", Map.of("publicKeyAlgorithm", new BigDecimal("-7"), "transports", List.of("internal")));
        one.passkeys.tokens(PasskeyResponse.of("as", answer), TokenPurpose.UNNAMED);
        Map<String, Object> expected = new HashMap<>(answer);
        expected.put("response", Map.of("publicKeyAlgorithm", -7L, "transports", List.of("internal")));
        assertThat(one.sent("/oauth/token").json()).containsEntry("authn_response", expected);
    }

    static Stream<Map<String, Object>> noAnswers() {
        Map<String, Object> deep = Map.of("x", "y");
        for (int i = 0; i < 10; i++) {
            deep = Map.of("x", deep);
        }
        return Stream.of(
                Map.of("id", 'k'),
                Map.of("response", Map.of(1, "x")),
                Map.of("transports", List.of(Set.of())),
                Map.of("x".repeat(70_000), "y"),
                Map.of("list", Collections.nCopies(70_000, true)),
                deep);
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void passkeysWhenTheAnswerIsNoJsonOrTooMuchOfItThenRefusedWithoutAProvider(Map<String, Object> answer) {
        one.close();
        assertRefused(
                Auth0ErrorCode.PASSKEY_REQUEST_INVALID,
                () -> one.passkeys.tokens(PasskeyResponse.of("as", answer), TokenPurpose.UNNAMED));
        PasskeyEnrollment enrollment = new PasskeyEnrollment("i", new PasskeyChallenge("as", Map.of()));
        assertRefused(
                Auth0ErrorCode.PASSKEY_REQUEST_INVALID,
                () -> one.enrollments.complete(one.caller.session(), enrollment, answer));
    }

    @ParameterizedTest
    @CsvSource({
        "403, invalid_grant, PASSWORDLESS_CODE_REFUSED",
        "401, invalid_client, SERVER_INVALID_CLIENT",
        "403, unauthorized_client, SERVER_ERROR_RESPONSE",
        "500, server_error, SERVER_ERROR_RESPONSE"
    })
    void tokensWhenRefusedThenTheCodeSaysWhoHasToDoSomething(int status, String error, Auth0ErrorCode code) {
        one.provider().on("/oauth/token", Reply.error(status, error));
        AuthorizationServerException refusal = catchThrowableOfType(
                AuthorizationServerException.class,
                () -> one.passwordless.tokens(PasswordlessCode.email(EMAIL, "123456"), TokenPurpose.UNNAMED));
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.error()).contains(error);
        assertThat(refusal.getMessage()).doesNotContain("123456", EMAIL);
    }

    @Test
    void passkeysWhenRefusedThenSo() {
        one.provider().on("/oauth/token", Reply.error(403, "invalid_grant"));
        assertRefused(
                Auth0ErrorCode.PASSKEY_RESPONSE_REFUSED, () -> one.passkeys.tokens(PASSKEY, TokenPurpose.UNNAMED));
        one.provider().on("/passkey/challenge", Reply.error(400, "bad_request"));
        assertRefused(Auth0ErrorCode.PASSKEY_REFUSED, () -> one.passkeys.loginChallenge(null, null));
        one.provider().on("/passkey/challenge", Reply.json("{\"auth_session\":\"as\"}"));
        assertRefused(Auth0ErrorCode.PASSKEY_ANSWER_MALFORMED, () -> one.passkeys.loginChallenge(null, null));
    }

    @Test
    void startWhenRefusedThenSo() {
        one.provider().on("/passwordless/start", Reply.error(400, "bad.connection"));
        assertRefused(
                Auth0ErrorCode.PASSWORDLESS_REFUSED,
                () -> one.passwordless.sendCode(PasswordlessRequest.emailCode(EMAIL)));
        one.provider().on("/otp/challenge", Reply.json("{}"));
        assertRefused(
                Auth0ErrorCode.PASSWORDLESS_ANSWER_MALFORMED,
                () -> one.passwordless.challenge(OneTimePasswordChallenge.email("db", EMAIL)));
    }

    @Test
    void signUpWhenRefusedThenTheErrorOfDatabaseConnections() {
        one.provider()
                .on(
                        "/dbconnections/signup",
                        new Reply(400, "application/json", "{\"code\":\"invalid_signup\",\"description\":\"x\"}"));
        AuthorizationServerException refusal = catchThrowableOfType(
                AuthorizationServerException.class,
                () -> one.databaseConnections.signUp(DatabaseSignup.of("db", EMAIL, "secret-1")));
        assertThat(refusal.code()).isEqualTo(Auth0ErrorCode.PASSWORDLESS_REFUSED);
        assertThat(refusal.error()).contains("invalid_signup");
        assertThat(refusal.getMessage()).doesNotContain("secret-1", EMAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"_id\":\"u\"}", "{\"user_id\":\"u\"}", "{\"id\":\"u\",\"email\":\"x\"}"})
    void signUpWhenDoneThenTheIdWhereverItStands(String body) {
        one.provider().on("/dbconnections/signup", Reply.json(body));
        assertThat(one.databaseConnections.signUp(DatabaseSignup.of("db", EMAIL, "p")))
                .isEqualTo("u");
    }

    @Test
    void challengesWhenGivenThenAsTheyCame() {
        assertThat(one.passwordless.challenge(OneTimePasswordChallenge.email("db", EMAIL)))
                .isEqualTo("as");
        PasskeyChallenge expected = new PasskeyChallenge("as", Map.of("challenge", "c"));
        assertThat(one.passkeys.loginChallenge(null, null)).isEqualTo(expected);
        assertThat(one.enrollments.begin(one.caller.session(), null, null))
                .isEqualTo(new PasskeyEnrollment("passkey|1", expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "https://t.example/me/v1/authentication-methods/", "a b"})
    void enrollmentWhenItsPlaceHasNoIdThenRefused(String location) {
        one.provider()
                .on(
                        "/me/v1/authentication-methods",
                        new Reply(201, "application/json", DirectRequests.CHALLENGE).header("Location", location));
        assertRefused(
                Auth0ErrorCode.PASSKEY_ANSWER_MALFORMED, () -> one.enrollments.begin(one.caller.session(), null, null));
    }

    @Test
    void enrollmentWhenRefusedThenTheProblemOfTheMyAccountApi() {
        one.provider()
                .on(
                        "/me/v1/authentication-methods",
                        new Reply(403, "application/problem+json", "{\"title\":\"Forbidden\"}"));
        MyAccountException refusal = catchThrowableOfType(
                MyAccountException.class, () -> one.enrollments.begin(one.caller.session(), null, null));
        assertThat(refusal.code()).isEqualTo(Auth0ErrorCode.PASSKEY_REFUSED);
        assertThat(refusal.problem().title()).contains("Forbidden");
    }

    @Test
    void toStringWhenCalledThenNothingOfAnybody() {
        assertThat(PasswordlessRequest.emailCode(EMAIL) + ""
                        + PasswordlessCode.email(EMAIL, "123456")
                        + DatabaseSignup.of("db", EMAIL, "secret-1")
                        + OneTimePasswordChallenge.email("db", EMAIL)
                        + PasskeyRegistration.ofEmail(EMAIL)
                        + PASSKEY)
                .doesNotContain(EMAIL, "123456", "secret-1");
    }
}
