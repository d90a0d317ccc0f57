package io.github.auth0jakarta.internal.boot;

import static io.github.auth0jakarta.internal.boot.ClientFixture.API;
import static io.github.auth0jakarta.internal.boot.ClientFixture.CALLBACK;
import static io.github.auth0jakarta.internal.boot.ClientFixture.answered;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.Auth0Client.TokenTypeHint;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.ClientCredentialsRequest;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.LogoutRequest;
import io.github.auth0jakarta.LogoutToken;
import io.github.auth0jakarta.PendingAuthorization;
import io.github.auth0jakarta.ServerMetadata;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application gets by {@link Auth0Client}, and what it is refused. */
class ProtocolClientTest {
    private static final String NOT_SENT = "/oauth/token";

    private final ClientFixture fixture = new ClientFixture();
    private final FakeAuthorizationServer provider = fixture.provider;

    @AfterEach
    void stop() {
        fixture.close();
    }

    private TokenSet loggedIn(Auth0Client client, LoginOptions options, TestJwts idToken) {
        PendingAuthorization pending = client.authorizationUrl(CALLBACK, options);
        fixture.issues(
                Map.of("id_token", idToken.claim("nonce", pending.nonce()).build(), "refresh_token", "rt"));
        return client.tokenByCode(answered(pending, "code=c1"), pending);
    }

    @Test
    void tokenByCodeWhenAllIsRightThenTokensAndClaims() {
        TokenSet tokens = loggedIn(fixture.client(), LoginOptions.defaults().withAudience(API), fixture.idToken());
        assertThat(tokens.accessToken().value()).isEqualTo("at");
        assertThat(tokens.accessToken().audience()).contains(API);
        assertThat(tokens.accessToken().scopes())
                .containsExactlyInAnyOrder("openid", "profile", "email", "offline_access");
        assertThat(tokens.claims()).containsEntry("sub", TestJwts.SUBJECT);
        assertThat(tokens.refreshToken()).contains("rt");
    }

    /** An application keeps it where it likes, also where objects are written and read. */
    @Test
    void pendingAuthorizationWhenWrittenAndReadThenTheSame() throws Exception {
        PendingAuthorization pending = fixture.client()
                .authorizationUrl(CALLBACK, LoginOptions.defaults().withMaxAge(Duration.ofMinutes(5)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(pending);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(pending);
        }
        assertThat(pending.checked())
                .isEqualTo(Map.of("scope", "openid profile email offline_access", "max_age", "300"));
        assertThat(pending.toString())
                .doesNotContain(pending.state(), pending.nonce(), pending.codeVerifier())
                .contains(CALLBACK.toString());
    }

    @Test
    void authorizationUrlWhenMadeTwiceThenNothingIsTheSame() {
        Auth0Client client = fixture.client();
        PendingAuthorization one = fixture.begun(client);
        PendingAuthorization other = fixture.begun(client);
        assertThat(Stream.of(one, other)
                        .flatMap(pending -> Stream.of(pending.state(), pending.nonce(), pending.codeVerifier())))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "code=c1&state=other, LOGIN_STATE_MISMATCH",
        "code=c1, LOGIN_STATE_MISSING",
        "code=c1&state=@&state=@, LOGIN_RESPONSE_MALFORMED",
        "state=@, LOGIN_RESPONSE_MALFORMED",
        "state=@&code=c1&id_token=x, LOGIN_RESPONSE_MALFORMED",
        "state=@&code=c1&iss=https://other.example/, LOGIN_ISSUER_MISMATCH",
        "state=@&error=access_denied, LOGIN_DENIED"
    })
    void tokenByCodeWhenTheAnswerIsNotRightThenRefusedAndNoCodeIsSent(String query, Auth0ErrorCode code) {
        Auth0Client client = fixture.client();
        PendingAuthorization pending = fixture.begun(client);
        URI callback = URI.create(CALLBACK + "?" + query.replace("@", pending.state()));
        assertRefused(code, () -> client.tokenByCode(callback, pending));
        assertThat(provider.received(NOT_SENT)).isEmpty();
    }

    @Test
    void tokenByCodeWhenTheProviderAlwaysNamesItselfThenAnAnswerWithoutIssIsRefused() {
        Map<String, Object> document = provider.metadataDocument();
        document.put("authorization_response_iss_parameter_supported", true);
        provider.on(FakeAuthorizationServer.METADATA, Reply.json(document));
        Auth0Client client = fixture.client();
        PendingAuthorization pending = fixture.begun(client);
        assertRefused(
                Auth0ErrorCode.LOGIN_ISSUER_MISSING, () -> client.tokenByCode(answered(pending, "code=c1"), pending));
    }

    @Test
    void tokenByCodeWhenTheNonceIsAnotherThenRefused() {
        Auth0Client client = fixture.client();
        PendingAuthorization pending = fixture.begun(client);
        fixture.issues(
                Map.of("id_token", fixture.idToken().claim("nonce", "another").build()));
        assertRefused(
                Auth0ErrorCode.ID_TOKEN_NONCE_MISMATCH,
                () -> client.tokenByCode(answered(pending, "code=c1"), pending));
    }

    @Test
    void tokenByCodeWhenThereIsNoIdTokenThenRefused() {
        Auth0Client client = fixture.client();
        PendingAuthorization pending = fixture.begun(client);
        fixture.issues(Map.of());
        assertRefused(Auth0ErrorCode.ID_TOKEN_MISSING, () -> client.tokenByCode(answered(pending, "code=c1"), pending));
    }

    /** What was asked for, by the call or by the configuration, is what the ID token has to show. */
    @Test
    void tokenByCodeWhenItIsNotWhatWasAskedForThenRefused() {
        Auth0Client ofAcme = fixture.client(fixture.settings().with("auth0.organization", "org_acme"));
        LoginOptions options = LoginOptions.defaults();
        assertThat(loggedIn(ofAcme, options, fixture.idToken().claim("org_id", "org_acme"))
                        .claims())
                .containsEntry("org_id", "org_acme");
        assertRefused(
                Auth0ErrorCode.ID_TOKEN_ORGANIZATION_MISMATCH, () -> loggedIn(ofAcme, options, fixture.idToken()));
        assertRefused(
                Auth0ErrorCode.ID_TOKEN_AUTHENTICATION_CONTEXT_MISMATCH,
                () -> loggedIn(fixture.client(), options.withAcrValues("gold"), fixture.idToken()));
        assertRefused(
                Auth0ErrorCode.ID_TOKEN_AUTHENTICATION_TOO_OLD,
                () -> loggedIn(
                        fixture.client(),
                        options.withMaxAge(Duration.ofMinutes(5)),
                        fixture.idToken().claim("auth_time", ClientFixture.now().getEpochSecond() - 3600)));
    }

    static Stream<Consumer<Auth0Client>> invalidLogins() {
        LoginOptions options = LoginOptions.defaults();
        return Stream.of(
                client -> client.authorizationUrl(URI.create("http://app.example/callback"), options),
                client -> client.authorizationUrl(URI.create("https://app.example/callback?a=b"), options),
                client -> client.authorizationUrl(URI.create("https://app.example/callback#a"), options),
                client -> client.authorizationUrl(URI.create("https:callback"), options),
                client -> client.authorizationUrl(CALLBACK, options.withReturnTo("/page")),
                client -> client.authorizationUrl(CALLBACK, options.withAppState(Map.of("a", "b"))),
                client -> client.authorizationUrl(CALLBACK, options.inPopup()),
                client -> client.authorizationUrl(CALLBACK, options.withParameter("state", "mine")),
                client -> client.authorizationUrl(CALLBACK, options.withOrganization(" ")),
                client -> client.linkUrl(CALLBACK, " ", "", "idt", options));
    }

    @ParameterizedTest
    @MethodSource("invalidLogins")
    void loginWhenItCannotBeAskedForThenRefusedBeforeAnythingIsSent(Consumer<Auth0Client> call) {
        assertRefused(Auth0ErrorCode.LOGIN_OPTIONS_INVALID, () -> call.accept(fixture.client()));
        assertThat(provider.received()).isEmpty();
    }

    static Stream<Consumer<Auth0Client>> invalidRequests() {
        ClientCredentialsRequest machine = ClientCredentialsRequest.of(API);
        return Stream.of(
                client -> client.tokenByRefreshToken(""),
                client -> client.tokenByRefreshToken(" rt"),
                client -> client.tokenByRefreshToken("rt", " ", Set.of()),
                client -> client.tokenByRefreshToken("rt", API, Set.of("two scopes")),
                client -> client.clientCredentials(ClientCredentialsRequest.of("")),
                client -> client.clientCredentials(machine.withScopes(Set.of(""))),
                client -> client.clientCredentials(machine.withOrganization(" ")),
                client -> client.revoke(" ", TokenTypeHint.REFRESH_TOKEN),
                client -> client.linkUrl(CALLBACK, "google-oauth2", "", " ", LoginOptions.defaults()),
                client -> client.isFederatedDomain("ada@acme.example"),
                client -> client.isFederatedDomain("acme"),
                client -> client.logoutUrl(LogoutRequest.of(URI.create("javascript:alert(1)"))),
                client -> client.logoutUrl(LogoutRequest.of(URI.create("https:home"))),
                client -> client.logoutUrl(LogoutRequest.of(URI.create("http://app.example/"))));
    }

    @ParameterizedTest
    @MethodSource("invalidRequests")
    void requestWhenItCannotBeSentThenRefusedBeforeAnythingIsSent(Consumer<Auth0Client> call) {
        assertRefused(Auth0ErrorCode.CLIENT_REQUEST_INVALID, () -> call.accept(fixture.client()));
        assertThat(provider.received()).isEmpty();
    }

    /** RFC 6749, 4.1.3 and appendix B: values are form-encoded, and nothing of them is lost. */
    @ParameterizedTest
    @ValueSource(strings = {"a+b&c=d%20e", "v1.M+/=", "ü", "a b", "%2B", "&grant_type=password"})
    @Tag("TC-15")
    void valuesWhenTheyHaveSpecialCharactersThenTheyArriveAsTheyAre(String value) {
        fixture.issues(Map.of());
        provider.on(FakeAuthorizationServer.REVOKE, new Reply(200, "text/plain", ""));
        Auth0Client client = fixture.client();
        client.tokenByRefreshToken(value, value, Set.of());
        client.revoke(value, TokenTypeHint.REFRESH_TOKEN);
        Map<String, String> refresh =
                provider.received(FakeAuthorizationServer.TOKEN).get(0).form();
        assertThat(refresh)
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("refresh_token", value)
                .containsEntry("audience", value);
        assertThat(provider.received(FakeAuthorizationServer.REVOKE).get(0).form())
                .containsEntry("token", value);
    }

    @Test
    @Tag("TC-14")
    void addressesWhenEverythingIsAskedForThenNoneHasASecret() {
        Auth0Client client = fixture.client();
        PendingAuthorization pending = fixture.begun(client);
        fixture.issues(Map.of(
                "id_token", fixture.idToken().claim("nonce", pending.nonce()).build()));
        provider.on(FakeAuthorizationServer.REVOKE, new Reply(200, "text/plain", ""));
        TokenSet tokens = client.tokenByCode(answered(pending, "code=secret-code"), pending);
        fixture.issues(Map.of());
        client.tokenByRefreshToken("secret-refresh-token");
        client.clientCredentials(ClientCredentialsRequest.of(API));
        client.revoke("secret-refresh-token", TokenTypeHint.REFRESH_TOKEN);
        provider.on(FakeAuthorizationServer.USERINFO, Reply.json(Map.of("sub", TestJwts.SUBJECT)));
        client.userInfo(tokens.accessToken(), TestJwts.SUBJECT);

        assertThat(pending.url().toString()).doesNotContain(pending.codeVerifier(), TestConfigs.CLIENT_SECRET);
        assertThat(provider.received())
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(request -> assertThat(request.query()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "read:orders | read:orders",
                "read:orders write:orders admin | read:orders,write:orders",
                "admin | ''",
                " | read:orders,write:orders"
            })
    @Tag("TC-09")
    void scopesWhenTheAnswerHasOthersThanWereAskedForThenOnlyThoseAskedFor(@Nullable String answered, String granted) {
        fixture.issues(answered == null ? Map.of() : Map.of("scope", answered));
        Set<String> asked = Set.of("read:orders", "write:orders");
        Set<String> expected = granted.isEmpty() ? Set.of() : Set.of(granted.split(","));
        Auth0Client client = fixture.client();
        assertThat(client.tokenByRefreshToken("rt", API, asked).accessToken().scopes())
                .isEqualTo(expected);
        assertThat(client.clientCredentials(ClientCredentialsRequest.of(API).withScopes(asked))
                        .scopes())
                .isEqualTo(expected);
    }

    @Test
    void refreshedIdTokenWhenItIsNotOfThisClientThenRefused() {
        fixture.issues(
                Map.of("id_token", fixture.idToken().claim("aud", "another").build()));
        assertRefused(
                Auth0ErrorCode.ID_TOKEN_AUDIENCE_MISMATCH,
                () -> fixture.client().tokenByRefreshToken("rt"));
    }

    /** Each answer of the provider, and the exception that an application gets for it. */
    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant, SERVER_INVALID_GRANT",
        "403, invalid_grant, SERVER_INVALID_GRANT",
        "401, invalid_client, SERVER_INVALID_CLIENT",
        "400, invalid_request, SERVER_ERROR_RESPONSE",
        "403, access_denied, SERVER_ERROR_RESPONSE",
        "403, unauthorized_client, SERVER_ERROR_RESPONSE",
        "403, mfa_required, SERVER_ERROR_RESPONSE",
        "429, too_many_requests, SERVER_RATE_LIMITED",
        "500, server_error, SERVER_ERROR_RESPONSE",
        "503, temporarily_unavailable, SERVER_ERROR_RESPONSE"
    })
    void tokenWhenTheProviderRefusesThenCodeStatusAndErrorAndSentOnce(int status, String error, Auth0ErrorCode code) {
        provider.on(FakeAuthorizationServer.TOKEN, Reply.error(status, error));
        assertThatThrownBy(() -> fixture.client().tokenByRefreshToken("secret-rt"))
                .isInstanceOfSatisfying(AuthorizationServerException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.status()).isEqualTo(status);
                    assertThat(e.error()).contains(error);
                    assertThat(e.getMessage()).doesNotContain("secret-rt");
                });
        assertThat(provider.received(FakeAuthorizationServer.TOKEN)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "429, Retry-After, 7",
        "503, Retry-After, 7",
        "429, x-ratelimit-reset, +7",
    })
    @Tag("F-10")
    void tokenWhenThereWereTooManyRequestsThenForHowLongIsKnownAndNoneIsSentMeanwhile(
            int status, String header, String value) {
        String sent = value.startsWith("+")
                ? Long.toString(ClientFixture.now().getEpochSecond() + Long.parseLong(value.substring(1)))
                : value;
        provider.on(FakeAuthorizationServer.TOKEN, Reply.error(status, "slow").header(header, sent));
        Auth0Client client = fixture.client();
        for (String attempt : List.of("asked", "not asked")) {
            assertThatThrownBy(() -> client.tokenByRefreshToken("rt"))
                    .as(attempt)
                    .isInstanceOfSatisfying(AuthorizationServerException.class, e -> {
                        assertThat(e.code()).isEqualTo(Auth0ErrorCode.SERVER_RATE_LIMITED);
                        assertThat(e.retryAfter())
                                .hasValueSatisfying(wait ->
                                        assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(7)));
                    });
        }
        assertThat(provider.received(FakeAuthorizationServer.TOKEN)).hasSize(1);
    }

    /** Nobody knows whether the first request arrived; a second one may end the session. */
    @Test
    @Tag("F-08")
    void whatWorksOnceWhenTheConnectionBreaksThenNotSentAgain() {
        Auth0Client client = fixture.client();
        PendingAuthorization pending = fixture.begun(client);
        for (String path : List.of(FakeAuthorizationServer.TOKEN, FakeAuthorizationServer.REVOKE)) {
            provider.on(path, request -> {
                throw new IOException("the connection breaks");
            });
        }
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> client.tokenByCode(answered(pending, "code=c1"), pending));
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> client.tokenByRefreshToken("rt"));
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> client.revoke("rt", TokenTypeHint.REFRESH_TOKEN));
        assertThat(provider.received(FakeAuthorizationServer.TOKEN)).hasSize(2);
        assertThat(provider.received(FakeAuthorizationServer.REVOKE)).hasSize(1);
    }

    /** However soon the provider wants the next request, it may have taken the code or the refresh token. */
    @Test
    @Tag("F-08")
    void whatWorksOnceWhenTheProviderNamesATimeThenNotSentAgain() {
        provider.on(
                FakeAuthorizationServer.TOKEN, Reply.error(503, "unavailable").header("Retry-After", "1"));
        Auth0Client byCode = fixture.client();
        PendingAuthorization pending = fixture.begun(byCode);
        assertRefused(
                Auth0ErrorCode.SERVER_RATE_LIMITED, () -> byCode.tokenByCode(answered(pending, "code=c1"), pending));
        assertThat(provider.received(FakeAuthorizationServer.TOKEN)).hasSize(1);
        assertRefused(Auth0ErrorCode.SERVER_RATE_LIMITED, () -> fixture.client().tokenByRefreshToken("rt"));
        assertThat(provider.received(FakeAuthorizationServer.TOKEN)).hasSize(2);
    }

    @Test
    void revokeWhenTheProviderCannotThenRefused() {
        Map<String, Object> document = provider.metadataDocument();
        document.remove("revocation_endpoint");
        provider.on(FakeAuthorizationServer.METADATA, Reply.json(document));
        assertRefused(
                Auth0ErrorCode.SERVER_METADATA_INVALID,
                () -> fixture.client().revoke("rt", TokenTypeHint.REFRESH_TOKEN));
    }

    @Test
    void logoutUrlWhenTheProviderHasNoAddressThenByTheStrategy() {
        Map<String, Object> document = provider.metadataDocument();
        document.remove("end_session_endpoint");
        provider.on(FakeAuthorizationServer.METADATA, Reply.json(document));
        LogoutRequest request = LogoutRequest.of(ClientFixture.HOME);
        assertThat(fixture.client().logoutUrl(request).getPath()).isEqualTo("/v2/logout");
        Auth0Client strict = fixture.client(fixture.settings().with("auth0.logout.strategy", "oidc"));
        assertRefused(Auth0ErrorCode.SERVER_METADATA_INVALID, () -> strict.logoutUrl(request));
    }

    @Test
    void logoutUrlWhenFederatedIsConfiguredThenUnlessTheRequestSaysOtherwise() {
        Auth0Client client = fixture.client(fixture.settings().with("auth0.logout.federated", "true"));
        LogoutRequest request = LogoutRequest.of(ClientFixture.HOME);
        assertThat(client.logoutUrl(request).getQuery()).endsWith("&federated=");
        assertThat(client.logoutUrl(request.withFederated(false)).getQuery()).doesNotContain("federated");
    }

    @Test
    void verifyLogoutTokenWhenItIsGoodThenWhoseSessionsEnd() {
        long now = ClientFixture.now().getEpochSecond();
        TestJwts token = TestJwts.logoutToken()
                .claim("iss", provider.issuer())
                .claim("iat", now - 1)
                .claim("exp", now + 60);
        LogoutToken verified = fixture.client().verifyLogoutToken(token.build());
        assertThat(verified.id()).isEqualTo("jti-1");
        assertThat(verified.subject()).contains(TestJwts.SUBJECT);
        assertThat(verified.sid()).contains("sid-1");
        assertThat(verified.issuedAt().getEpochSecond()).isEqualTo(now - 1);
        assertThat(verified.refusedFrom()).isAfter(verified.issuedAt());
        assertRefused(
                Auth0ErrorCode.LOGOUT_TOKEN_CLAIM_MISSING,
                () -> fixture.client().verifyLogoutToken(token.without("exp").build()));
    }

    @Test
    void serverMetadataWhenAskedThenWhatTheProviderSays() {
        ServerMetadata metadata = fixture.client().serverMetadata();
        assertThat(metadata.issuer()).isEqualTo(provider.issuer());
        assertThat(metadata.tokenEndpoint()).hasToString(provider.at("/oauth/token"));
        assertThat(metadata.revocationEndpoint().map(URI::getPath)).contains("/oauth/revoke");
        assertThat(metadata.pushedAuthorizationRequired()).isFalse();
    }

    @Test
    void isFederatedDomainWhenTheProviderKnowsThenItsAnswerForAWhile() {
        String webFinger = "/.well-known/webfinger";
        Auth0Client client = fixture.client();
        provider.on(webFinger, new Reply(503, "text/plain", ""));
        assertThat(client.isFederatedDomain("acme.example")).isFalse();
        provider.on(webFinger, Reply.json(Map.of()));
        assertThat(client.isFederatedDomain("acme.example")).isTrue();
        assertThat(client.isFederatedDomain("ACME.example")).isTrue();
        provider.on(webFinger, new Reply(404, "text/plain", ""));
        assertThat(client.isFederatedDomain("other.example")).isFalse();
        assertThat(client.isFederatedDomain("other.example")).isFalse();
        assertThat(provider.received(webFinger)).hasSize(3);
    }

    static Stream<Consumer<Auth0Client>> ofClients() {
        return Stream.of(
                client -> client.authorizationUrl(CALLBACK, LoginOptions.defaults()),
                client -> client.tokenByRefreshToken("rt"),
                client -> client.clientCredentials(ClientCredentialsRequest.of(API)),
                client -> client.revoke("rt", TokenTypeHint.REFRESH_TOKEN),
                client -> client.logoutUrl(LogoutRequest.of(ClientFixture.HOME)),
                client -> client.verifyLogoutToken("a.b.c"));
    }

    @ParameterizedTest
    @MethodSource("ofClients")
    void whatNeedsAClientWhenThereIsNoneThenTheKeyIsNamed(Consumer<Auth0Client> call) {
        Auth0Client client = api();
        assertThatThrownBy(() -> call.accept(client))
                .hasMessage("config.invalid: auth0.client-id is missing: the application is no client of the provider");
    }

    @Test
    void whatNeedsNoClientWhenThereIsNoneThenAnswered() {
        provider.on("/.well-known/webfinger", Reply.json(Map.of()));
        assertThat(api().serverMetadata().issuer()).isEqualTo(provider.issuer());
        assertThat(api().isFederatedDomain("acme.example")).isTrue();
    }

    private Auth0Client api() {
        return fixture.client(TestConfigs.none()
                .with("auth0.issuer", provider.issuer())
                .with("auth0.allow-insecure-requests", "true")
                .with("auth0.audience", API));
    }
}
