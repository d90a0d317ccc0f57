package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEndpointTest {
    private static final Reply TOKENS =
            Reply.json(Map.of("access_token", "at", "token_type", "Bearer", "expires_in", 60L));

    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final TokenEndpoint endpoint = provider.tokenEndpoint();

    @AfterEach
    void stop() {
        provider.close();
    }

    private Received onlyRequest(String path) {
        List<Received> requests = provider.received(path);
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    /** RFC 6749, 4.1.3, and RFC 7636, 4.5. */
    @Test
    void authorizationCodeWhenSentThenTheseParametersAndNoOthers() {
        provider.on(FakeAuthorizationServer.TOKEN, TOKENS);

        TokenResponse response =
                endpoint.authorizationCode("c+de&x=y", "https://app.example/auth/callback?a=ü", "verifier");

        assertThat(response.accessToken()).isEqualTo("at");
        Received request = onlyRequest(FakeAuthorizationServer.TOKEN);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("Authorization")).isNull();
        assertThat(request.form())
                .isEqualTo(Map.of(
                        "grant_type", "authorization_code",
                        "code", "c+de&x=y",
                        "redirect_uri", "https://app.example/auth/callback?a=ü",
                        "code_verifier", "verifier",
                        "client_id", TestJwts.CLIENT_ID,
                        "client_secret", TestConfigs.CLIENT_SECRET));
    }

    /** RFC 6749, 6. */
    @Test
    void refreshTokenWhenSentThenTheseParametersAndNoOthers() {
        provider.on(FakeAuthorizationServer.TOKEN, TOKENS);

        endpoint.refreshToken("rt", "https://api.example", new LinkedHashSet<>(List.of("read:orders", "openid")));

        assertThat(onlyRequest(FakeAuthorizationServer.TOKEN).form())
                .isEqualTo(Map.of(
                        "grant_type", "refresh_token",
                        "refresh_token", "rt",
                        "audience", "https://api.example",
                        "scope", "read:orders openid",
                        "client_id", TestJwts.CLIENT_ID,
                        "client_secret", TestConfigs.CLIENT_SECRET));
    }

    @Test
    void refreshTokenWhenNeitherAudienceNorScopesThenNeitherParameter() {
        provider.on(FakeAuthorizationServer.TOKEN, TOKENS);
        endpoint.refreshToken("rt", null, Set.of());
        assertThat(onlyRequest(FakeAuthorizationServer.TOKEN).form())
                .containsOnlyKeys("grant_type", "refresh_token", "client_id", "client_secret");
    }

    /** RFC 8705, 5. */
    @Test
    @Tag("TC-03")
    void anyRequestWhenTheClientShowsACertificateThenToTheAddressesThatAskForIt() {
        Map<String, Object> metadata = provider.metadataDocument();
        metadata.put(
                "mtls_endpoint_aliases",
                Map.of(
                        "token_endpoint", provider.at("/mtls/token"),
                        "revocation_endpoint", provider.at("/mtls/revoke"),
                        "pushed_authorization_request_endpoint", provider.at("/mtls/par"),
                        "backchannel_authentication_endpoint", provider.at("/mtls/bc")));
        provider.on(FakeAuthorizationServer.METADATA, Reply.json(metadata));
        provider.on("/mtls/token", TOKENS);
        provider.on("/mtls/revoke", Reply.json(Map.of()));
        ClientRequests requests = provider.client(new TlsClientAuth(TestJwts.CLIENT_ID), null);
        TokenEndpoint byCertificate = new TokenEndpoint(requests, new JsonAnswers(new StrictJson()));

        byCertificate.refreshToken("rt", null, Set.of());
        byCertificate.clientCredentials(new TokenPurpose("https://api.example", Set.of()), null);
        byCertificate.revokeRefreshToken("rt");

        assertThat(provider.received())
                .extracting(Received::path)
                .containsExactly(FakeAuthorizationServer.METADATA, "/mtls/token", "/mtls/token", "/mtls/revoke");
        assertThat(requests.endpoints().pushedAuthorizationRequest()).hasToString(provider.at("/mtls/par"));
        assertThat(requests.endpoints().backchannelAuthentication()).hasToString(provider.at("/mtls/bc"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant,  SERVER_INVALID_GRANT",
        "401, invalid_client, SERVER_INVALID_CLIENT",
        "429, slow_down,      SERVER_RATE_LIMITED",
        "503, unavailable,    SERVER_ERROR_RESPONSE",
    })
    void anyGrantWhenRefusedThenTypedAndNeverRepeated(int status, String error, Auth0ErrorCode code) {
        provider.on(FakeAuthorizationServer.TOKEN, Reply.error(status, error));

        assertRefused(code, () -> endpoint.authorizationCode("code", "https://app.example/cb", "verifier"));
        assertRefused(code, () -> endpoint.refreshToken("rt", null, Set.of()));

        assertThat(provider.received(FakeAuthorizationServer.TOKEN)).hasSize(2);
    }

    @Test
    @Tag("F-08")
    void authorizationCodeWhenTheAnswerIsBrokenOffThenNeverRepeated() {
        provider.on(FakeAuthorizationServer.TOKEN, request -> {
            throw new IllegalStateException("broken off");
        });
        assertRefused(
                Auth0ErrorCode.TRANSPORT_FAILED,
                () -> endpoint.authorizationCode("code", "https://app.example/cb", "verifier"));
        assertThat(provider.received(FakeAuthorizationServer.TOKEN)).hasSize(1);
    }

    @Test
    void anyGrantWhenTheAnswerIsNoTokenResponseThenMalformed() {
        provider.on(FakeAuthorizationServer.TOKEN, new Reply(200, "text/html", "<html>"));
        assertRefused(Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, () -> endpoint.refreshToken("rt", null, Set.of()));
        provider.on(FakeAuthorizationServer.TOKEN, Reply.json("{\"token_type\":\"Bearer\"}"));
        assertRefused(Auth0ErrorCode.SERVER_RESPONSE_MALFORMED, () -> endpoint.refreshToken("rt", null, Set.of()));
    }

    /** RFC 7009, 2.1. */
    @Test
    void revokeRefreshTokenWhenSentThenTheseParametersAndNoOthers() {
        provider.on(FakeAuthorizationServer.REVOKE, new Reply(200, "text/plain", ""));

        endpoint.revokeRefreshToken("rt");

        assertThat(onlyRequest(FakeAuthorizationServer.REVOKE).form())
                .isEqualTo(Map.of(
                        "token",
                        "rt",
                        "token_type_hint",
                        "refresh_token",
                        "client_id",
                        TestJwts.CLIENT_ID,
                        "client_secret",
                        TestConfigs.CLIENT_SECRET));
    }

    @Test
    void revokeRefreshTokenWhenRefusedThenTyped() {
        provider.on(FakeAuthorizationServer.REVOKE, Reply.error(503, "unavailable"));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> endpoint.revokeRefreshToken("rt"));
    }

    @Test
    void revokeRefreshTokenWhenTheProviderCannotThenNothing() {
        Map<String, Object> document = provider.metadataDocument();
        document.remove("revocation_endpoint");
        provider.on(FakeAuthorizationServer.METADATA, Reply.json(document));
        assertThatCode(() -> endpoint.revokeRefreshToken("rt")).doesNotThrowAnyException();
        assertThat(provider.received(FakeAuthorizationServer.REVOKE)).isEmpty();
    }
}
