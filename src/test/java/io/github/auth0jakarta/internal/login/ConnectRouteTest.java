package io.github.auth0jakarta.internal.login;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConnectAccountRequest;
import io.github.auth0jakarta.event.LoginFailed;
import io.github.auth0jakarta.internal.jose.Sha256;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.spi.CallbackHandler;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Received;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.TestJwts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts are connected by way of the browser: from the connect route to the callback route and back. */
class ConnectRouteTest {
    private static final String START = "/me/v1/connected-accounts/connect";
    private static final String COMPLETE = "/me/v1/connected-accounts/complete";
    private static final String GOOGLE = "/auth/connect?connection=google-oauth2";

    private final LoginFlow flow = new LoginFlow(settings -> settings.with("auth0.routes.connect", "/auth/connect")
            .with("auth0.connect.allowed-parameters", "login_hint"));

    @BeforeEach
    void offer() {
        flow.provider.on(
                START,
                request -> Reply.json(Map.of(
                        "connect_uri",
                        flow.provider.at("/connected-accounts/connect"),
                        "connect_params",
                        Map.of("ticket", "t-1"),
                        "auth_session",
                        "the-auth-session",
                        "expires_in",
                        300L)));
        flow.provider.on(
                COMPLETE, new Reply(201, "application/json", "{\"id\":\"cac_1\",\"connection\":\"google-oauth2\"}"));
    }

    @AfterEach
    void stop() {
        flow.close();
    }

    /** Each refresh brings a token; the ID token of the login is not renewed. */
    private void logIn() {
        flow.logIn();
        flow.issue(Map.of("access_token", "my-account"));
    }

    private FakeResponse connect(String pathAndQuery) {
        return flow.visit(flow.connectRoute, FakeRequest.get(pathAndQuery));
    }

    private String begin(String pathAndQuery) {
        FakeResponse response = connect(pathAndQuery);
        assertThat(response.status()).isEqualTo(302);
        return state();
    }

    private String state() {
        List<Received> started = flow.provider.received(START);
        return String.valueOf(started.get(started.size() - 1).json().get("state"));
    }

    private void assertRefusedBy(FakeResponse response, Auth0ErrorCode code) {
        assertThat(response.status()).isEqualTo(code.status());
        assertThat(response.body()).contains(code.text());
    }

    @Test
    void fromBeginningToEndThenTheAccountIsConnected() {
        logIn();
        FakeResponse begun = connect(GOOGLE + "&returnTo=/accounts?x=1");
        assertThat(begun.header("Location")).isEqualTo(flow.provider.at("/connected-accounts/connect") + "?ticket=t-1");
        assertThat(begun.isNoStore()).isTrue();
        FakeResponse done = flow.callback("connect_code=cc&state=" + state());
        assertThat(done.status()).isEqualTo(302);
        assertThat(done.header("Location")).isEqualTo(LoginFlow.APP + "/accounts?x=1");
        Map<String, Object> sent = flow.provider.received(COMPLETE).get(0).json();
        assertThat(sent)
                .containsEntry("auth_session", "the-auth-session")
                .containsEntry("connect_code", "cc")
                .containsEntry("redirect_uri", LoginFlow.APP + "/auth/callback");
        assertThat(flow.provider.received(START).get(0).json())
                .containsEntry("code_challenge", Sha256.base64Url(String.valueOf(sent.get("code_verifier"))));
        assertThat(flow.session()).isPresent();
        assertThat(flow.droppedConnectionTokens).containsExactly(TestJwts.SUBJECT + " google-oauth2");
    }

    @Test
    void handleWhenScopesAreRepeatedThenAllAreAskedFor() {
        logIn();
        begin(GOOGLE + "&scopes=b&scopes=a%3Aread&login_hint=ada");
        assertThat(flow.provider.received(START).get(0).json())
                .containsEntry("scopes", List.of("a:read", "b"))
                .containsEntry("authorization_params", Map.of("login_hint", "ada"));
    }

    @Test
    void handleWhenTheLinkHasMoreThanIsAllowedThenThatIsLeftOut() {
        logIn();
        begin(GOOGLE + "&prompt=none&redirect_uri=https%3A%2F%2Fevil.example");
        assertThat(flow.provider.received(START).get(0).json())
                .doesNotContainKey("authorization_params")
                .containsEntry("redirect_uri", LoginFlow.APP + "/auth/callback");
    }

    @Test
    @Tag("OR-02")
    void handleWhenReturnToIsOfAnotherSiteThenTheDefaultPage() {
        logIn();
        String state = begin(GOOGLE + "&returnTo=https%3A%2F%2Fevil.example%2F");
        assertThat(flow.callback("connect_code=cc&state=" + state).header("Location"))
                .isEqualTo(LoginFlow.APP + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/connect", "/auth/connect?connection=", "/auth/connect?connection=a&connection=b"})
    void handleWhenThereIsNotOneConnectionThenRefused(String link) {
        logIn();
        assertRefusedBy(connect(link), Auth0ErrorCode.CONNECT_REQUEST_INVALID);
        assertThat(flow.provider.received(START)).isEmpty();
    }

    @Test
    void handleWhenNobodyIsLoggedInThen401() {
        assertRefusedBy(connect(GOOGLE), Auth0ErrorCode.SESSION_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Mode, cors",
        "Sec-Fetch-Dest, iframe"
    })
    void handleWhenNotANavigationWithinTheApplicationThenRefused(String header, String value) {
        logIn();
        FakeResponse response =
                flow.visit(flow.connectRoute, FakeRequest.get(GOOGLE).header(header, value));
        assertRefusedBy(response, Auth0ErrorCode.CONNECT_NOT_A_NAVIGATION);
        assertThat(flow.provider.received(START)).isEmpty();
    }

    @Test
    void handleWhenPrefetchedThenNothingBegins() {
        logIn();
        FakeResponse response =
                flow.visit(flow.connectRoute, FakeRequest.get(GOOGLE).header("Sec-Purpose", "prefetch"));
        assertThat(response.status()).isEqualTo(204);
        assertThat(flow.provider.received(START)).isEmpty();
    }

    @Test
    void handleWhenTheApiRefusesThenAPageAndTheSessionStays() {
        logIn();
        flow.provider.on(START, new Reply(403, "application/problem+json", "{\"title\":\"no\"}"));
        assertRefusedBy(connect(GOOGLE), Auth0ErrorCode.CONNECT_REFUSED);
        assertThat(flow.session()).isPresent();
    }

    @Test
    void beginWhenTheAnswerHasBegunThenRefusedBeforeAnythingIsSent() {
        logIn();
        FakeRequest request = FakeRequest.get("/page").cookies(flow.browser.cookies());
        assertRefused(
                Auth0ErrorCode.SESSION_NOT_WRITABLE,
                () -> flow.connections.begin(
                        request.servlet(),
                        new FakeResponse().commit().servlet(),
                        ConnectAccountRequest.of("google-oauth2")));
        assertThat(flow.provider.received(START)).isEmpty();
    }

    @Test
    void callbackWhenTheCallerRefusedThenDeniedAndNoLoginFailed() {
        logIn();
        String state = begin(GOOGLE);
        assertRefusedBy(flow.callback("error=access_denied&state=" + state), Auth0ErrorCode.CONNECT_DENIED);
        assertThat(flow.events(LoginFailed.class)).isEmpty();
        assertThat(flow.session()).isPresent();
    }

    @Test
    void callbackWhenThereIsACodeOfALoginThenRefused() {
        logIn();
        String state = begin(GOOGLE);
        assertRefusedBy(flow.callback("code=c&state=" + state), Auth0ErrorCode.CONNECT_RESPONSE_MALFORMED);
    }

    @Test
    void callbackWhenALoginIsAnsweredWithAConnectCodeThenRefused() {
        String state = flow.begin();
        assertRefusedBy(flow.callback("connect_code=cc&state=" + state), Auth0ErrorCode.LOGIN_RESPONSE_MALFORMED);
    }

    @Test
    @Tag("CB-03")
    @Tag("CS-04")
    void callbackWhenAnotherBrowserBeganThenRefused() throws Exception {
        logIn();
        String state = begin(GOOGLE);
        FakeResponse response = new FakeResponse();
        flow.callbackRoute.handle(
                FakeRequest.get("/auth/callback?connect_code=cc&state=" + state).servlet(), response.servlet());
        assertRefusedBy(response, Auth0ErrorCode.LOGIN_STATE_MISMATCH);
        assertThat(flow.provider.received(COMPLETE)).isEmpty();
    }

    @Test
    void callbackWhenItComesTwiceThenTheSecondIsRefused() throws Exception {
        logIn();
        String state = begin(GOOGLE);
        RequestCookies kept = flow.browser.cookies();
        assertThat(flow.callback("connect_code=cc&state=" + state).status()).isEqualTo(302);
        FakeResponse second = new FakeResponse();
        flow.callbackRoute.handle(
                FakeRequest.get("/auth/callback?connect_code=cc&state=" + state)
                        .cookies(kept)
                        .servlet(),
                second.servlet());
        assertRefusedBy(second, Auth0ErrorCode.LOGIN_TRANSACTION_USED);
        assertThat(flow.provider.received(COMPLETE)).hasSize(1);
    }

    @Test
    void callbackWhenItTookTooLongThenRefused() {
        logIn();
        String state = begin(GOOGLE);
        flow.time.advance(Duration.ofMinutes(10));
        assertRefusedBy(flow.callback("connect_code=cc&state=" + state), Auth0ErrorCode.LOGIN_TRANSACTION_EXPIRED);
        assertThat(flow.provider.received(COMPLETE)).isEmpty();
    }

    @Test
    @Tag("CS-04")
    void callbackWhenSomebodyElseIsLoggedInMeanwhileThenRefused() {
        logIn();
        String state = begin(GOOGLE);
        LoginFlow.Asked asked = flow.begin("/auth/login");
        flow.issue(Map.of(
                "id_token",
                flow.idToken(asked.nonce()).claim("sub", "auth0|mallory").build(),
                "refresh_token",
                "rt"));
        assertThat(flow.callback("code=c&state=" + asked.state()).status()).isEqualTo(302);
        assertRefusedBy(flow.callback("connect_code=cc&state=" + state), Auth0ErrorCode.CONNECT_CALLER_CHANGED);
        assertThat(flow.provider.received(COMPLETE)).isEmpty();
    }

    @Test
    void callbackWhenTheApplicationWantsThenTheBrowserGoesThere() {
        List<CallbackHandler.CompletedConnection> completed = new ArrayList<>();
        flow.callbackHandler = new CallbackHandler() {
            @Override
            public String connected(CompletedConnection connection, HttpServletRequest request) {
                completed.add(connection);
                return "/connected/" + connection.account().id();
            }
        };
        logIn();
        String state = begin(GOOGLE);
        assertThat(flow.callback("connect_code=cc&state=" + state).header("Location"))
                .isEqualTo(LoginFlow.APP + "/connected/cac_1");
        assertThat(completed).hasSize(1);
    }

    @Test
    void callbackWhenTheApplicationFailsThenTheAccountIsConnectedAllTheSame() {
        flow.callbackHandler = new CallbackHandler() {
            @Override
            public String connected(CompletedConnection connection, HttpServletRequest request) {
                throw new IllegalStateException("broken");
            }
        };
        logIn();
        String state = begin(GOOGLE + "&returnTo=/accounts");
        assertThat(flow.callback("connect_code=cc&state=" + state).header("Location"))
                .isEqualTo(LoginFlow.APP + "/accounts");
    }
}
