package io.github.auth0jakarta.internal.boot;

import static io.github.auth0jakarta.internal.boot.ClientFixture.API;
import static io.github.auth0jakarta.internal.boot.ClientFixture.CALLBACK;
import static io.github.auth0jakarta.internal.boot.ClientFixture.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.Auth0Client.TokenTypeHint;
import io.github.auth0jakarta.ClientCredentialsRequest;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.LogoutRequest;
import io.github.auth0jakarta.PendingAuthorization;
import io.github.auth0jakarta.internal.jose.Sha256;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each parameter that is sent, in its order, as the wire document has it (1.1.3). */
class ClientWireTest {
    private static final String LOGOUT = "/oidc/logout?";
    private static final String V2 = "/v2/logout?";
    private static final String CLIENT = "client_id=" + TestJwts.CLIENT_ID;
    private static final String[] AUTHENTICATION = {CLIENT, "client_secret=" + TestConfigs.CLIENT_SECRET};

    private final ClientFixture fixture = new ClientFixture();

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static List<String> decoded(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
                .toList();
    }

    private static Arguments post(String path, String when, Consumer<Auth0Client> act, String... parameters) {
        return Arguments.of(
                path,
                when,
                act,
                Stream.concat(Arrays.stream(parameters), Arrays.stream(AUTHENTICATION))
                        .toList());
    }

    static Stream<Arguments> posts() {
        ClientCredentialsRequest machine = ClientCredentialsRequest.of(API);
        return Stream.of(
                post(
                        "/oauth/token",
                        "a refresh token is used",
                        client -> client.tokenByRefreshToken("rt"),
                        "grant_type=refresh_token",
                        "refresh_token=rt"),
                post(
                        "/oauth/token",
                        "a refresh token is used for another API",
                        client -> client.tokenByRefreshToken("rt", API, Set.of("read:orders")),
                        "grant_type=refresh_token",
                        "refresh_token=rt",
                        "audience=" + API,
                        "scope=read:orders"),
                post(
                        "/oauth/token",
                        "the application wants a token for itself",
                        client -> client.clientCredentials(machine),
                        "grant_type=client_credentials",
                        "audience=" + API),
                post(
                        "/oauth/token",
                        "scopes and an organization are named",
                        client -> client.clientCredentials(
                                machine.withScopes(Set.of("read:orders")).withOrganization("org_acme")),
                        "grant_type=client_credentials",
                        "audience=" + API,
                        "scope=read:orders",
                        "organization=org_acme"),
                post(
                        "/oauth/revoke",
                        "a refresh token is revoked",
                        client -> client.revoke("rt", TokenTypeHint.REFRESH_TOKEN),
                        "token=rt",
                        "token_type_hint=refresh_token"),
                post(
                        "/oauth/revoke",
                        "an access token is revoked",
                        client -> client.revoke("at", TokenTypeHint.ACCESS_TOKEN),
                        "token=at",
                        "token_type_hint=access_token"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("posts")
    void formWhenSentThenTheseParametersInThisOrder(
            String path, String when, Consumer<Auth0Client> act, List<String> parameters) {
        fixture.issues(Map.of());
        fixture.provider.on(FakeAuthorizationServer.REVOKE, new Reply(200, "text/plain", ""));
        act.accept(fixture.client());
        assertThat(fixture.provider.received(path))
                .singleElement()
                .satisfies(request -> assertThat(decoded(request.body())).isEqualTo(parameters));
    }

    @Test
    void codeWhenExchangedThenTheseParametersInThisOrder() {
        Auth0Client client = fixture.client();
        PendingAuthorization pending = fixture.begun(client);
        fixture.issues(Map.of(
                "id_token", fixture.idToken().claim("nonce", pending.nonce()).build()));
        client.tokenByCode(ClientFixture.answered(pending, "code=c%2B1"), pending);
        assertThat(fixture.provider.received(FakeAuthorizationServer.TOKEN))
                .singleElement()
                .satisfies(request -> assertThat(decoded(request.body()))
                        .containsExactly(
                                "grant_type=authorization_code",
                                "code=c+1",
                                "redirect_uri=" + CALLBACK,
                                "code_verifier=" + pending.codeVerifier(),
                                CLIENT,
                                AUTHENTICATION[1]));
    }

    @Test
    void userInfoWhenAskedForThenTheTokenAndNoParameter() {
        fixture.provider.on(FakeAuthorizationServer.USERINFO, Reply.json(Map.of("sub", TestJwts.SUBJECT)));
        AccessToken token = new AccessToken("at", "Bearer", null, Set.of("openid"), Instant.MAX);
        fixture.client().userInfo(token, TestJwts.SUBJECT);
        assertThat(fixture.provider.received(FakeAuthorizationServer.USERINFO))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.method()).isEqualTo("GET");
                    assertThat(request.header("Authorization")).isEqualTo("Bearer at");
                    assertThat(request.query()).isEmpty();
                    assertThat(request.body()).isEmpty();
                });
    }

    private static Arguments authorization(
            String when, Function<Auth0Client, PendingAuthorization> act, String... parameters) {
        return Arguments.of(when, act, List.of(parameters));
    }

    static Stream<Arguments> authorizations() {
        LoginOptions options = LoginOptions.defaults();
        return Stream.of(
                authorization(
                        "nothing is named",
                        client -> client.authorizationUrl(CALLBACK, options),
                        "scope=openid profile email offline_access"),
                authorization(
                        "much is named",
                        client -> client.authorizationUrl(
                                CALLBACK,
                                options.withAudience(API)
                                        .withScope("openid read:orders")
                                        .withOrganization("org_acme")
                                        .withLoginHint("ada@example.com")),
                        "scope=openid read:orders",
                        "audience=" + API,
                        "login_hint=ada@example.com",
                        "organization=org_acme"),
                authorization(
                        "an account is linked",
                        client -> client.linkUrl(
                                CALLBACK, "google-oauth2", "calendar", "idt", options.withScope("openid other")),
                        "scope=openid link_account offline_access",
                        "id_token_hint=idt",
                        "requested_connection=google-oauth2",
                        "requested_connection_scope=calendar"),
                authorization(
                        "an account is taken off",
                        client -> client.unlinkUrl(CALLBACK, "google-oauth2", "idt", options),
                        "scope=openid unlink_account",
                        "id_token_hint=idt",
                        "requested_connection=google-oauth2"));
    }

    private static Stream<String> ofEveryLogin(PendingAuthorization pending) {
        return Stream.of(
                "response_type=code",
                "redirect_uri=" + CALLBACK,
                "state=" + pending.state(),
                "nonce=" + pending.nonce(),
                "code_challenge=" + Sha256.base64Url(pending.codeVerifier()),
                "code_challenge_method=S256");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("authorizations")
    void addressWhenALoginBeginsThenTheseParametersInThisOrder(
            String when, Function<Auth0Client, PendingAuthorization> act, List<String> more) {
        PendingAuthorization pending = act.apply(fixture.client());
        assertThat(pending.url().toString()).startsWith(fixture.provider.at("/authorize") + "?");
        assertThat(decoded(pending.url().getRawQuery()))
                .isEqualTo(Stream.of(Stream.of(CLIENT), ofEveryLogin(pending), more.stream())
                        .flatMap(Function.identity())
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("authorizations")
    @Tag("TC-14")
    void formWhenALoginIsPushedThenTheSameParametersAndTheAddressHasNone(
            String when, Function<Auth0Client, PendingAuthorization> act, List<String> more) {
        fixture.provider.on(
                FakeAuthorizationServer.PAR,
                new Reply(201, "application/json", "{\"request_uri\":\"urn:par:1\",\"expires_in\":60}"));
        PendingAuthorization pending =
                act.apply(fixture.client(fixture.settings().with("auth0.pushed-authorization-requests", "true")));
        assertThat(decoded(pending.url().getRawQuery())).containsExactly(CLIENT, "request_uri=urn:par:1");
        List<Received> pushed = fixture.provider.received(FakeAuthorizationServer.PAR);
        assertThat(decoded(pushed.get(0).body()))
                .isEqualTo(Stream.of(ofEveryLogin(pending), more.stream(), Arrays.stream(AUTHENTICATION))
                        .flatMap(Function.identity())
                        .toList());
    }

    private static Arguments logout(String strategy, String when, LogoutRequest request, String... expected) {
        return Arguments.of(strategy, when, request, List.of(expected));
    }

    static Stream<Arguments> logouts() {
        LogoutRequest request = LogoutRequest.of(HOME);
        LogoutRequest full = request.withState("s 1")
                .withIdTokenHint("idt")
                .withLogoutHint("sid-1")
                .withFederated(true);
        String back = "post_logout_redirect_uri=" + HOME;
        return Stream.of(
                logout("auto", "nothing is named", request, LOGOUT, CLIENT, back),
                logout(
                        "oidc",
                        "everything is named",
                        full,
                        LOGOUT,
                        CLIENT,
                        back,
                        "state=s 1",
                        "id_token_hint=idt",
                        "logout_hint=sid-1",
                        "federated="),
                logout("v2", "nothing is named", request, V2, CLIENT, "returnTo=" + HOME),
                logout("v2", "everything is named", full, V2, CLIENT, "returnTo=" + HOME + "?state=s+1", "federated="));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("logouts")
    void addressWhenLoggedOutThenTheseParametersInThisOrder(
            String strategy, String when, LogoutRequest request, List<String> expected) {
        URI address = fixture.client(fixture.settings().with("auth0.logout.strategy", strategy))
                .logoutUrl(request);
        assertThat(address.toString()).startsWith(fixture.provider.at(expected.get(0)));
        assertThat(decoded(address.getRawQuery())).isEqualTo(expected.subList(1, expected.size()));
    }

    @Test
    void webFingerWhenADomainIsAskedForThenTheseParametersInThisOrder() {
        fixture.provider.on("/.well-known/webfinger", Reply.json(Map.of()));
        fixture.client().isFederatedDomain("Acme.example");
        assertThat(fixture.provider.received("/.well-known/webfinger"))
                .singleElement()
                .satisfies(request -> assertThat(decoded(request.query()))
                        .containsExactly(
                                "resource=urn:auth0:discovery:domain:acme.example",
                                "rel=http://openid.net/specs/connect/1.0/issuer"));
    }
}
