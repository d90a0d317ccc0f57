package io.github.auth0jakarta.internal.mfa;

import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.ASSOCIATE;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.AUTHENTICATORS;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.CHALLENGE;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.demanded;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.factors;
import static io.github.auth0jakarta.internal.mfa.SecondFactorFlow.issued;
import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.web.Route;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MfaRoutesTest {
    private final SecondFactorFlow flow = new SecondFactorFlow();
    private final Browser browser = flow.loggedIn();

    @AfterEach
    void stop() {
        flow.close();
    }

    private FakeResponse send(String name, FakeRequest request) {
        FakeResponse response = new FakeResponse();
        Route route = Objects.requireNonNull(flow.routes.byName().get(name));
        try {
            route.handle(request.cookies(browser.cookies()).servlet(), response.servlet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(response.isNoStore()).isTrue();
        browser.receive(response.setCookies());
        return response;
    }

    private static FakeRequest bare(String name, String body) {
        return FakeRequest.of("POST", "/auth/mfa/" + name).body("application/json", body);
    }

    private FakeResponse post(String name, String body) {
        return send(name, bare(name, body).header("Sec-Fetch-Site", "same-origin"));
    }

    private static String body(String mfaToken, String members) {
        return "{\"mfa_token\":\"" + mfaToken + "\"" + (members.isEmpty() ? "" : "," + members) + "}";
    }

    private static void assertError(FakeResponse response, int status, String error, String code) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body())
                .startsWith("{\"error\":\"" + error + "\",\"error_description\":\"")
                .contains("\"code\":\"" + code + "\"");
    }

    @Test
    void authenticatorsWhenTheTokenIsInTheHeaderThenListed() {
        flow.provider.on(AUTHENTICATORS, Reply.json("""
                [{"id":"sms|1","authenticator_type":"oob","active":true,"oob_channels":["sms"],"name":"XX12"}]"""));
        String token = flow.mfaToken(browser);
        FakeResponse response = send(
                "authenticators",
                FakeRequest.get("/auth/mfa/authenticators")
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Authorization", "Bearer " + token));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo("[{\"id\":\"sms|1\",\"authenticator_type\":\"oob\",\"active\":true,\"name\":\"XX12\","
                        + "\"oob_channels\":[\"sms\"]}]");
    }

    @Test
    void authenticatorsWhenTheTokenIsElsewhereThenRefused() {
        String token = flow.mfaToken(browser);
        FakeRequest inTheAddress =
                FakeRequest.get("/auth/mfa/authenticators?mfa_token=" + token).header("Sec-Fetch-Site", "same-origin");
        assertError(send("authenticators", inTheAddress), 401, "mfa_token_invalid", "mfa.token_invalid");
    }

    @Test
    void associateWhenAskedThenWhatTheProviderSays() {
        flow.provider.on(ASSOCIATE, Reply.json("""
                {"authenticator_type":"otp","secret":"S","barcode_uri":"otpauth://x","recovery_codes":["R"],"id":"t|1"}"""));
        FakeResponse response = post("associate", body(flow.mfaToken(browser), "\"authenticator_types\":[\"otp\"]"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo("{\"authenticator_type\":\"otp\",\"secret\":\"S\",\"barcode_uri\":\"otpauth://x\","
                        + "\"recovery_codes\":[\"R\"],\"id\":\"t|1\"}");
    }

    @Test
    void associateWhenTheProviderRefusesThen400WithItsError() {
        flow.provider.on(ASSOCIATE, Reply.error(403, "access_denied"));
        assertError(
                post("associate", body(flow.mfaToken(browser), "\"authenticator_types\":[\"otp\"]")),
                400,
                "access_denied",
                "server.error_response");
    }

    @Test
    void challengeWhenAskedThenWhatTheProviderSays() {
        flow.provider.on(
                CHALLENGE,
                Reply.json("{\"challenge_type\":\"oob\",\"oob_code\":\"oc\",\"binding_method\":\"prompt\"}"));
        FakeResponse response = post("challenge", body(flow.mfaToken(browser), "\"challenge_type\":\"oob\""));
        assertThat(response.body())
                .isEqualTo("{\"challenge_type\":\"oob\",\"oob_code\":\"oc\",\"binding_method\":\"prompt\"}");
    }

    @Test
    void verifyWhenRightThenSuccessAndNoToken() {
        String token = flow.mfaToken(browser);
        flow.provider.on(TOKEN, issued(Map.of("recovery_code", "NEXT")));
        FakeResponse response = post("verify", body(token, "\"recovery_code\":\"USED\""));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"success\":true,\"recovery_code\":\"NEXT\"}");
        assertThat(flow.data(browser).accessTokens())
                .singleElement()
                .satisfies(stored -> assertThat(stored.value()).isEqualTo("stepped-up"));
    }

    @Test
    void verifyWhenAFurtherFactorIsWantedThen403WithItsToken() {
        String token = flow.mfaToken(browser);
        flow.provider.on(TOKEN, demanded("raw", factors("challenge", "phone", "otp")));
        FakeResponse response = post("verify", body(token, "\"otp\":\"123456\""));
        assertError(response, 403, "mfa_required", "mfa.required");
        assertThat(response.body())
                .contains(
                        "\"mfa_token\":\"",
                        "\"mfa_requirements\":{\"challenge\":[{\"type\":\"otp\"},{\"type\":\"phone\"}]}")
                .doesNotContain("raw");
    }

    @ParameterizedTest
    @CsvSource({
        "403, invalid_grant, 400, invalid_grant, server.invalid_grant",
        "400, authorization_pending, 400, authorization_pending, server.error_response",
        "401, expired_token, 401, mfa_token_expired, mfa.token_expired",
        "401, invalid_client, 502, server_invalid_client, server.invalid_client",
        "500, server_error, 502, server_error_response, server.error_response",
        "429, too_many_attempts, 503, server_rate_limited, server.rate_limited"
    })
    void verifyWhenRefusedThenTheProvidersErrorWhereItIsTheCallersFault(
            int status, String providerError, int answered, String error, String code) {
        String token = flow.mfaToken(browser);
        flow.provider.on(TOKEN, Reply.error(status, providerError));
        assertError(post("verify", body(token, "\"otp\":\"123456\"")), answered, error, code);
    }

    /** Nobody would get the tokens of what the application has asked for itself. */
    @Test
    void verifyWhenNoSessionWouldKeepTheTokensThenNotSent() {
        SecondFactorFlow.Visit visit = flow.visit(browser);
        String token = flow.refusedGrant().mfaToken();
        visit.end();
        int sent = flow.provider.received(TOKEN).size();
        assertError(
                post("verify", body(token, "\"otp\":\"123456\"")), 400, "mfa_options_invalid", "mfa.options_invalid");
        assertThat(flow.provider.received(TOKEN)).hasSize(sent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "verify | ",
                "verify | \"otp\":1",
                "verify | \"otp\":\" \"",
                "verify | \"otp\":\"1\",\"recovery_code\":\"2\"",
                "verify | \"otp\":\"1\",\"audience\":\"https://other.example\"",
                "verify | \"binding_code\":\"1\"",
                "challenge | \"challenge_type\":\"sms\"",
                "challenge | \"challenge_type\":\"otp\",\"client_id\":\"other\"",
                "associate | \"authenticator_types\":[]",
                "associate | \"authenticator_types\":[\"otp\",\"oob\"]",
                "associate | \"authenticator_types\":\"otp\"",
                "associate | \"authenticator_types\":[\"otp\"],\"phone_number\":\"+15551234567\"",
                "associate | \"authenticator_types\":[\"oob\"]",
                "associate | \"authenticator_types\":[\"oob\"],\"oob_channels\":[\"pigeon\"]",
                "associate | \"authenticator_types\":[\"oob\"],\"oob_channels\":[\"sms\"]"
            })
    void postWhenTheMembersAreNotAsTheyMustBeThenNotSent(String name, String members) {
        String token = flow.mfaToken(browser);
        int sent = flow.provider.received(TOKEN).size();
        assertError(
                post(name, body(token, members == null ? "" : members)),
                400,
                "mfa_options_invalid",
                "mfa.options_invalid");
        assertThat(flow.provider.received(TOKEN)).hasSize(sent);
        assertThat(flow.provider.received(CHALLENGE)).isEmpty();
        assertThat(flow.provider.received(ASSOCIATE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Origin, null",
        "X-Other, nothing that proves the origin"
    })
    @Tag("CS-05")
    void postWhenNotAScriptOfTheSameOriginThen403AndNotRead(String header, String value) {
        String token = flow.mfaToken(browser);
        for (String name : new String[] {"associate", "challenge", "verify"}) {
            FakeRequest request =
                    bare(name, body(token, "\"challenge_type\":\"otp\"")).header(header, value);
            assertThat(send(name, request).status()).isEqualTo(403);
            assertThat(request.isRead()).isFalse();
        }
        FakeRequest list = FakeRequest.get("/auth/mfa/authenticators")
                .header("Authorization", "Bearer " + token)
                .header(header, value);
        assertThat(send("authenticators", list).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "HEAD"})
    @Tag("CS-05")
    void postWhenAnotherMethodThen405(String method) {
        for (String name : new String[] {"associate", "challenge", "verify"}) {
            FakeRequest request = FakeRequest.of(method, "/auth/mfa/" + name).header("Sec-Fetch-Site", "same-origin");
            assertThat(send(name, request).status()).isEqualTo(405);
        }
    }

    @Test
    void postWhenTheBodyIsNoSmallJsonObjectThenRefused() {
        FakeRequest form = FakeRequest.of("POST", "/auth/mfa/verify")
                .body("application/x-www-form-urlencoded", "mfa_token=x&otp=1")
                .header("Sec-Fetch-Site", "same-origin");
        assertThat(send("verify", form).status()).isEqualTo(415);
        assertThat(post("verify", "[]").status()).isEqualTo(400);
        assertThat(post("verify", "{\"otp\":\"1\",\"otp\":\"2\"}").status()).isEqualTo(400);
        String large = body("x".repeat(32 * 1024), "");
        assertThat(post("verify", large).status()).isEqualTo(413);
        FakeRequest chunked =
                bare("verify", large).header("Sec-Fetch-Site", "same-origin").chunked();
        assertThat(send("verify", chunked).status()).isEqualTo(413);
    }
}
