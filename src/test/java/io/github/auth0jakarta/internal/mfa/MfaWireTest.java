package io.github.auth0jakarta.internal.mfa;

import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.API;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.ASSOCIATE;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.AUTHENTICATORS;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.CHALLENGE;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.JSON;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.PROVIDER_TOKEN;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.issued;
import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.MfaChallengeRequest;
import io.github.auth0jakarta.MfaEnrollmentRequest;
import io.github.auth0jakarta.MfaVerification;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each parameter that is sent about second factors. */
class MfaWireTest {
    private static final String GRANT = "http://auth0.com/oauth/grant-type/mfa-";

    private final SecondFactorFlow flow = new SecondFactorFlow();
    private final Browser browser = flow.loggedIn();
    private final String token = flow.mfaToken(browser);

    @AfterEach
    void stop() {
        flow.close();
    }

    private Received last(String path) {
        List<Received> all = flow.provider.received(path);
        return all.get(all.size() - 1);
    }

    private Map<String, Object> json(String path) throws Exception {
        Received request = last(path);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("Content-type")).isEqualTo("application/json");
        return new HashMap<>(JSON.readObject(request.body()));
    }

    private void assertBearer(Received request, @Nullable String expected) {
        assertThat(request.header("Authorization")).isEqualTo(expected == null ? null : "Bearer " + expected);
        assertThat(request.path()).doesNotContain(PROVIDER_TOKEN, token);
    }

    @Test
    @Tag("TC-14")
    void list() {
        flow.provider.on(AUTHENTICATORS, Reply.json("[]"));
        flow.steps.authenticators(token, flow.visit(browser).servlet());
        assertThat(last(AUTHENTICATORS).method()).isEqualTo("GET");
        assertThat(last(AUTHENTICATORS).body()).isEmpty();
        assertBearer(last(AUTHENTICATORS), PROVIDER_TOKEN);
    }

    /** Factor, and then the members of the object. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    otp,        {"authenticator_types":["otp"]}
                    sms,        {"authenticator_types":["oob"];"oob_channels":["sms"];"phone_number":"+15551234567"}
                    voice,      {"authenticator_types":["oob"];"oob_channels":["voice"];"phone_number":"+15551234567"}
                    email,      {"authenticator_types":["oob"];"oob_channels":["email"]}
                    email to,   {"authenticator_types":["oob"];"oob_channels":["email"];"email":"ada@example.com"}
                    push,       {"authenticator_types":["oob"];"oob_channels":["auth0"]}
                    """)
    void associate(String factor, String members) throws Exception {
        flow.provider.on(ASSOCIATE, Reply.json("{\"authenticator_type\":\"otp\"}"));
        MfaEnrollmentRequest request = switch (factor) {
            case "otp" -> MfaEnrollmentRequest.otp();
            case "sms" -> MfaEnrollmentRequest.sms("+15551234567");
            case "voice" -> MfaEnrollmentRequest.voice("+15551234567");
            case "email" -> MfaEnrollmentRequest.email();
            case "email to" -> MfaEnrollmentRequest.email("ada@example.com");
            default -> MfaEnrollmentRequest.push();
        };
        flow.steps.enroll(token, request, flow.visit(browser).servlet());
        assertThat(json(ASSOCIATE)).isEqualTo(JSON.readObject(members.replace(';', ',')));
        assertBearer(last(ASSOCIATE), PROVIDER_TOKEN);
    }

    @ParameterizedTest
    @CsvSource({"otp,", "oob,", "otp, totp|1", "oob, sms|dev_1"})
    @Tag("TC-14")
    void challenge(String type, @Nullable String authenticator) throws Exception {
        flow.provider.on(CHALLENGE, Reply.json("{\"challenge_type\":\"otp\"}"));
        MfaChallengeRequest request = type.equals("otp") ? MfaChallengeRequest.otp() : MfaChallengeRequest.oob();
        flow.steps.challenge(
                token,
                authenticator == null ? request : request.withAuthenticator(authenticator),
                flow.visit(browser).servlet());
        Map<String, Object> expected = new HashMap<>(Map.of(
                "mfa_token",
                PROVIDER_TOKEN,
                "client_id",
                TestJwts.CLIENT_ID,
                "client_secret",
                TestConfigs.CLIENT_SECRET,
                "challenge_type",
                type));
        if (authenticator != null) {
            expected.put("authenticator_id", authenticator);
        }
        assertThat(json(CHALLENGE)).isEqualTo(expected);
        assertBearer(last(CHALLENGE), null);
    }

    /** Grant, and then its own parameters. */
    @ParameterizedTest
    @CsvSource({
        "otp, otp=123456",
        "oob, oob_code=oc",
        "oob, oob_code=oc;binding_code=9876",
        "recovery-code, recovery_code=ABCD+&%1"
    })
    @Tag("TC-14")
    @Tag("TC-15")
    void verify(String grant, String own) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : own.split(";")) {
            parameters.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        flow.provider.on(TOKEN, issued(Map.of()));
        SecondFactorFlow.Visit visit = flow.visit(browser);
        flow.steps.verify(token, factor(grant, parameters), visit.servlet(), visit.response.servlet());

        Map<String, String> expected = new HashMap<>(parameters);
        expected.put("grant_type", GRANT + grant);
        expected.put("mfa_token", PROVIDER_TOKEN);
        expected.put("audience", API);
        expected.put("scope", "pay");
        expected.put("client_id", TestJwts.CLIENT_ID);
        expected.put("client_secret", TestConfigs.CLIENT_SECRET);
        assertThat(last(TOKEN).form()).isEqualTo(expected);
    }

    private static MfaVerification factor(String grant, Map<String, String> parameters) {
        return switch (grant) {
            case "otp" -> MfaVerification.otp(value(parameters, "otp"));
            case "recovery-code" -> MfaVerification.recoveryCode(value(parameters, "recovery_code"));
            default ->
                parameters.containsKey("binding_code")
                        ? MfaVerification.oob(value(parameters, "oob_code"), value(parameters, "binding_code"))
                        : MfaVerification.oob(value(parameters, "oob_code"));
        };
    }

    private static String value(Map<String, String> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name));
    }

    @Test
    void delete() {
        String path = AUTHENTICATORS + "/sms%7Cdev_1";
        flow.provider.on(path, new Reply(204, "text/plain", ""));
        flow.steps.delete(token, "sms|dev_1", flow.visit(browser).servlet());
        assertThat(last(path).method()).isEqualTo("DELETE");
        assertBearer(last(path), PROVIDER_TOKEN);

        flow.steps.delete(
                new AccessToken("at-for-mfa", "Bearer", "https://tenant.example/mfa/", Set.of(), flow.time.instant()),
                "sms|dev_1");
        assertBearer(last(path), "at-for-mfa");
    }
}
