package io.github.auth0jakarta.internal.passwordless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.DatabaseSignup;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.OneTimePasswordChallenge;
import io.github.auth0jakarta.PasskeyChallenge;
import io.github.auth0jakarta.PasskeyEnrollment;
import io.github.auth0jakarta.PasskeyRegistration;
import io.github.auth0jakarta.PasskeyResponse;
import io.github.auth0jakarta.PasswordlessCode;
import io.github.auth0jakarta.PasswordlessRequest;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each request without password, member by member: where it goes, and all that it says. */
class PasswordlessWireTest {
    private static final String EMAIL = "ada@example.com";
    private static final String PHONE = "+4912345678";
    private static final String OTP = "http://auth0.com/oauth/grant-type/passwordless/otp";
    private static final TokenPurpose ORDERS = new TokenPurpose("https://api.example", Set.of("read:orders"));
    private static final Map<String, Object> PASSKEY = Map.of("id", "k", "response", Map.of("signature", "s"));
    private static final PasskeyRegistration NEW = PasskeyRegistration.ofEmail(EMAIL);

    /** Members of which those that prove the client are added, as the row says. */
    private static Arguments row(
            String what, String path, Proof proof, Map<String, Object> members, Consumer<DirectRequests> call) {
        return Arguments.of(what, path, proof, members, call);
    }

    /** What of the client a request has. */
    private enum Proof {
        SECRET,
        ID,
        ACCESS_TOKEN
    }

    static Stream<Arguments> json() {
        return Stream.of(
                row(
                        "code by mail",
                        "/passwordless/start",
                        Proof.SECRET,
                        Map.of("connection", "email", "email", EMAIL, "send", "code"),
                        one -> one.passwordless.sendCode(PasswordlessRequest.emailCode(EMAIL))),
                row(
                        "code by text message",
                        "/passwordless/start",
                        Proof.SECRET,
                        Map.of("connection", "sms", "phone_number", PHONE),
                        one -> one.passwordless.sendCode(PasswordlessRequest.smsCode(PHONE))),
                row(
                        "link by mail",
                        "/passwordless/start",
                        Proof.SECRET,
                        Map.of(
                                "connection",
                                "email",
                                "email",
                                EMAIL,
                                "send",
                                "link",
                                "authParams",
                                Map.of("scope", "openid", "state", "s")),
                        one -> one.passwordless.sendLink(
                                PasswordlessRequest.emailLink(EMAIL, LoginOptions.defaults()),
                                new FormBody().add("scope", "openid").add("state", "s"))),
                row(
                        "code for a database user, by mail",
                        "/otp/challenge",
                        Proof.SECRET,
                        Map.of("connection", "db", "email", EMAIL, "allow_signup", false),
                        one -> one.passwordless.challenge(OneTimePasswordChallenge.email("db", EMAIL))),
                row(
                        "code for a database user, by text message, who may be new",
                        "/otp/challenge",
                        Proof.SECRET,
                        Map.of(
                                "connection",
                                "db",
                                "phone_number",
                                PHONE,
                                "allow_signup",
                                true,
                                "delivery_method",
                                "text"),
                        one -> one.passwordless.challenge(OneTimePasswordChallenge.phone("db", PHONE, false)
                                .allowingSignup())),
                row(
                        "code for a database user, by a call",
                        "/otp/challenge",
                        Proof.SECRET,
                        Map.of(
                                "connection",
                                "db",
                                "phone_number",
                                PHONE,
                                "allow_signup",
                                false,
                                "delivery_method",
                                "voice"),
                        one -> one.passwordless.challenge(OneTimePasswordChallenge.phone("db", PHONE, true))),
                row(
                        "signup",
                        "/dbconnections/signup",
                        Proof.ID,
                        Map.of("connection", "db", "email", EMAIL, "password", "p w"),
                        one -> one.databaseConnections.signUp(DatabaseSignup.of("db", EMAIL, "p w"))),
                row(
                        "signup with more",
                        "/dbconnections/signup",
                        Proof.ID,
                        Map.of(
                                "connection", "db",
                                "email", EMAIL,
                                "password", "p",
                                "given_name", "Ada",
                                "user_metadata", Map.of("plan", "x")),
                        one -> one.databaseConnections.signUp(DatabaseSignup.of("db", EMAIL, "p")
                                .withProfile("given_name", "Ada")
                                .withUserMetadata(Map.of("plan", "x")))),
                row(
                        "new password",
                        "/dbconnections/change_password",
                        Proof.ID,
                        Map.of("connection", "db", "email", EMAIL),
                        one -> one.databaseConnections.changePassword("db", EMAIL)),
                row(
                        "passkey of a new user",
                        "/passkey/register",
                        Proof.SECRET,
                        Map.of("user_profile", Map.of("email", EMAIL)),
                        one -> one.passkeys.registrationChallenge(NEW)),
                row(
                        "passkey of a new user, with all",
                        "/passkey/register",
                        Proof.SECRET,
                        Map.of(
                                "user_profile",
                                Map.of("email", EMAIL, "name", "Ada"),
                                "realm",
                                "db",
                                "organization",
                                "org_1",
                                "user_metadata",
                                Map.of("plan", "x")),
                        one -> one.passkeys.registrationChallenge(NEW.withProfile("name", "Ada")
                                .withConnection("db")
                                .withOrganization("org_1")
                                .withUserMetadata(Map.of("plan", "x")))),
                row(
                        "passkey to log in",
                        "/passkey/challenge",
                        Proof.SECRET,
                        Map.of(),
                        one -> one.passkeys.loginChallenge(null, null)),
                row(
                        "passkey to log in, with all",
                        "/passkey/challenge",
                        Proof.SECRET,
                        Map.of("realm", "db", "organization", "org_1"),
                        one -> one.passkeys.loginChallenge("db", "org_1")),
                row(
                        "tokens for a passkey",
                        "/oauth/token",
                        Proof.SECRET,
                        Map.of(
                                "grant_type", "urn:okta:params:oauth:grant-type:webauthn",
                                "auth_session", "as",
                                "authn_response", PASSKEY),
                        one -> one.passkeys.tokens(PasskeyResponse.of("as", PASSKEY), TokenPurpose.UNNAMED)),
                row(
                        "tokens for a passkey, with all",
                        "/oauth/token",
                        Proof.SECRET,
                        Map.of(
                                "grant_type", "urn:okta:params:oauth:grant-type:webauthn",
                                "auth_session", "as",
                                "authn_response", PASSKEY,
                                "realm", "db",
                                "organization", "org_1",
                                "audience", "https://api.example",
                                "scope", "read:orders"),
                        one -> one.passkeys.tokens(
                                PasskeyResponse.of("as", PASSKEY)
                                        .withConnection("db")
                                        .withOrganization("org_1"),
                                ORDERS)),
                row(
                        "passkey added to an account",
                        "/me/v1/authentication-methods",
                        Proof.ACCESS_TOKEN,
                        Map.of("type", "passkey"),
                        one -> one.enrollments.begin(one.caller.session(), null, null)),
                row(
                        "passkey added to an account, with all",
                        "/me/v1/authentication-methods",
                        Proof.ACCESS_TOKEN,
                        Map.of("type", "passkey", "connection", "db", "identity", "i"),
                        one -> one.enrollments.begin(one.caller.session(), "db", "i")),
                row(
                        "passkey that was added, proved",
                        "/me/v1/authentication-methods/passkey%7C1/verify",
                        Proof.ACCESS_TOKEN,
                        Map.of("auth_session", "as", "authn_response", PASSKEY),
                        one -> one.enrollments.complete(
                                one.caller.session(),
                                new PasskeyEnrollment("passkey|1", new PasskeyChallenge("as", Map.of())),
                                PASSKEY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("json")
    @Tag("TC-14")
    void json(String what, String path, Proof proof, Map<String, Object> members, Consumer<DirectRequests> call) {
        try (DirectRequests one = new DirectRequests()) {
            call.accept(one);
            Received sent = one.sent(path);
            assertThat(sent.method()).isEqualTo("POST");
            assertThat(sent.query()).isEmpty();
            assertThat(sent.header("Content-type")).isEqualTo("application/json");
            Map<String, Object> expected = new TreeMap<>(members);
            if (proof != Proof.ACCESS_TOKEN) {
                expected.put("client_id", TestJwts.CLIENT_ID);
            }
            if (proof == Proof.SECRET) {
                expected.put("client_secret", TestConfigs.CLIENT_SECRET);
            }
            assertThat(sent.json()).isEqualTo(expected);
            assertThat(sent.headers().containsKey("Authorization")).isEqualTo(proof == Proof.ACCESS_TOKEN);
            if (path.startsWith("/me/")) {
                assertThat(one.sent("/oauth/token").form())
                        .containsEntry("audience", one.provider().issuer() + "me/")
                        .containsEntry("scope", "create:me:authentication_methods");
            }
        }
    }

    static Stream<Arguments> grants() {
        return Stream.of(
                Arguments.of(
                        "code of a mail",
                        PasswordlessCode.email(EMAIL, "123456"),
                        TokenPurpose.UNNAMED,
                        Map.of("grant_type", OTP, "username", EMAIL, "otp", "123456", "realm", "email")),
                Arguments.of(
                        "code of a text message, for an API",
                        PasswordlessCode.sms(PHONE, "123456"),
                        ORDERS,
                        Map.of(
                                "grant_type", OTP,
                                "username", PHONE,
                                "otp", "123456",
                                "realm", "sms",
                                "audience", "https://api.example",
                                "scope", "read:orders")),
                Arguments.of(
                        "code of a database user",
                        PasswordlessCode.challenge("a+b&c", "123456"),
                        TokenPurpose.UNNAMED,
                        Map.of("grant_type", OTP, "auth_session", "a+b&c", "otp", "123456")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("grants")
    @Tag("TC-15")
    void grant(String what, PasswordlessCode code, TokenPurpose purpose, Map<String, String> parameters) {
        try (DirectRequests one = new DirectRequests()) {
            one.passwordless.tokens(code, purpose);
            Map<String, String> expected = new TreeMap<>(parameters);
            expected.put("client_id", TestJwts.CLIENT_ID);
            expected.put("client_secret", TestConfigs.CLIENT_SECRET);
            assertThat(one.sent("/oauth/token").form()).isEqualTo(expected);
        }
    }

    @Test
    void languageWhenNamedThenInAHeaderOfThisRequestOnly() {
        try (DirectRequests one = new DirectRequests()) {
            one.passwordless.sendCode(PasswordlessRequest.emailCode(EMAIL).withLanguage("de-AT"));
            assertThat(one.sent("/passwordless/start").header("X-request-language"))
                    .isEqualTo("de-AT");
            one.passwordless.sendCode(PasswordlessRequest.emailCode(EMAIL));
            assertThat(one.sent("/passwordless/start").headers()).doesNotContainKey("X-request-language");
        }
    }

    @Test
    void startWhenAnsweredBy204ThenDone() {
        try (DirectRequests one = new DirectRequests()) {
            one.provider().on("/passwordless/start", new Reply(204, "text/plain", ""));
            one.passwordless.sendCode(PasswordlessRequest.emailCode(EMAIL));
            assertThat(one.sent("/passwordless/start").method()).isEqualTo("POST");
        }
    }
}
