package io.github.auth0jakarta.internal.connect;

import io.github.auth0jakarta.internal.config.SecretText;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.ClientSecretPost;
import io.github.auth0jakarta.internal.oauth.JsonAnswers;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import io.github.auth0jakarta.internal.session.SessionCookies;
import io.github.auth0jakarta.internal.session.SessionRefresh;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestSessionCookies;
import io.github.auth0jakarta.testing.TestSessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody who is logged in, at a provider with a My Account API. */
public final class AccountSession implements AutoCloseable {
    public static final String CONNECT = "/me/v1/connected-accounts/connect";
    public static final String COMPLETE = "/me/v1/connected-accounts/complete";
    public static final String ACCOUNTS = "/me/v1/connected-accounts/accounts";

    public final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    public final StrictJson json = new StrictJson();
    public final MyAccountApi api;
    public final MyAccountTokens tokens;
    public final List<String> dropped = new ArrayList<>();
    final ConnectedAccounts accounts;
    private final FixedTime time = new FixedTime();
    private final SessionCookies cookies = TestSessionCookies.of(time);
    private final Browser browser = new Browser();

    public AccountSession() {
        this(null);
    }

    /**
     * @param dpop what tokens are bound with, null where they are not
     */
    public AccountSession(@Nullable DpopClient dpop) {
        TokenEndpoint endpoint = new TokenEndpoint(
                provider.client(
                        new ClientSecretPost(TestJwts.CLIENT_ID, new SecretText(TestConfigs.CLIENT_SECRET)), dpop),
                new JsonAnswers(json));
        SessionAccessTokens accessTokens = new SessionAccessTokens(
                new SessionRefresh(
                        endpoint,
                        (session, idToken, accessToken) -> {
                            throw new AssertionError("an ID token came");
                        },
                        time),
                new SessionAccessTokens.Audiences(null, Map.of()),
                Duration.ofSeconds(60),
                provider.issuer(),
                event -> {},
                time);
        api = new MyAccountApi(provider.issuer(), provider.transport(), dpop, json);
        tokens = new MyAccountTokens(accessTokens, api.audience());
        accounts = new ConnectedAccounts(
                api, tokens, (subject, connection) -> dropped.add(subject + " " + connection), json, provider.issuer());
        issue(dpop == null ? "Bearer" : "DPoP");
        logIn();
    }

    /** Has each refresh bring a token with all scopes that were asked for, and the next refresh token. */
    private void issue(String type) {
        provider.on(FakeAuthorizationServer.TOKEN, request -> {
            Map<String, Object> body = new HashMap<>();
            body.put(
                    "access_token",
                    "at-" + provider.received(FakeAuthorizationServer.TOKEN).size());
            body.put("token_type", type);
            body.put("expires_in", 600L);
            body.put(
                    "refresh_token",
                    "rt-" + provider.received(FakeAuthorizationServer.TOKEN).size());
            return Reply.json(body);
        });
    }

    private void logIn() {
        FakeResponse response = new FakeResponse();
        RequestSession.begin(
                cookies,
                FakeRequest.get("/").servlet(),
                response.servlet(),
                TestSessions.of("id.tok.en", List.of(), "rt", "ada", Set.of(), null, time.instant(), time.instant()));
        browser.receive(response.setCookies());
    }

    /** Returns the session of a request of the browser; what it becomes is kept by the browser at once. */
    public RequestSession session() {
        return visit(new FakeResponse());
    }

    private RequestSession visit(FakeResponse response) {
        FakeRequest request = FakeRequest.get("/page").cookies(browser.cookies());
        RequestSession.restore(cookies, request.servlet(), response.servlet(), use -> true);
        return Objects.requireNonNull(RequestSession.of(request.servlet()));
    }

    /** Does something in a request, whose cookies the browser keeps whatever comes of it; returns the refresh token then. */
    String refreshTokenAfter(Consumer<RequestSession> use) {
        FakeResponse response = new FakeResponse();
        try {
            use.accept(visit(response));
        } finally {
            browser.receive(response.setCookies());
        }
        return Objects.requireNonNull(session().data().refreshToken());
    }

    @Override
    public void close() {
        provider.close();
    }
}
