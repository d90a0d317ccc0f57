package io.github.auth0jakarta.internal.session;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.AccessTokenRequest;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.event.LoggedOut;
import io.github.auth0jakarta.event.TokenRefreshed;
import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.FakeSessionStore;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestSecrets;
import io.github.auth0jakarta.testing.TestSessionCookies;
import io.github.auth0jakarta.testing.TestSessions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The refresh token of a session in a shared store, which another node has used a moment before this one. */
@Timeout(60)
class RefreshOnTwoNodesTest {
    private static final String API = "https://api.example";

    private final FixedTime time = new FixedTime();
    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final StoredSessions sessions = sessions(new FakeSessionStore());
    private final Browser browser = new Browser();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final SessionAccessTokens tokens = new SessionAccessTokens(
            new SessionRefresh(provider.tokenEndpoint(), (session, idToken, accessToken) -> login -> login, time),
            new SessionAccessTokens.Audiences(API, Map.of()),
            Duration.ofSeconds(60),
            provider.issuer(),
            events::add,
            time);

    private StoredSessions sessions(FakeSessionStore store) {
        return new StoredSessions(
                new ChunkedCookie(TestSessionCookies.NAME, new CookieAttributes("/", null, false, SameSite.LAX, true)),
                new CookieSeal(List.of(TestSecrets.NEW), "session id", "test", new SeededRandom(1)),
                new CookieSeal(
                        List.of(TestSecrets.NEW),
                        "stored session",
                        "test",
                        new SeededRandom(2),
                        StoredSessions.MAX_CHARACTERS),
                new SessionCodec(new StrictJson()),
                TestSessionCookies.rules(time),
                () -> store,
                provider.issuer());
    }

    @BeforeEach
    void logIn() {
        SessionData data =
                TestSessions.of("id.tok.en", List.of(), "rt-1", "ada", Set.of(), null, time.instant(), time.instant());
        browser.receive(sessions.begin(data, browser.cookies()));
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private String ask() {
        FakeRequest request = FakeRequest.get("/page").cookies(browser.cookies());
        RequestSession.restore(sessions, request.servlet(), new FakeResponse().servlet(), use -> true);
        RequestSession session = Objects.requireNonNull(RequestSession.of(request.servlet()));
        return tokens.get(session, AccessTokenRequest.of(API, Set.of("a"))).value();
    }

    /** What the other node wrote while this one asked the provider. */
    private void otherNodeWrote(StoredAccessToken... found) {
        SessionData data = sessions.restore(browser.cookies()).orElseThrow().data();
        sessions.write(data, session -> session.withTokens(List.of(found), "rt-2"), browser.cookies());
    }

    private StoredAccessToken token(String value, String scope) {
        return new StoredAccessToken(
                value,
                "Bearer",
                API,
                Set.of(scope),
                Set.of(scope),
                time.instant().plusSeconds(3_600));
    }

    private List<String> usedRefreshTokens() {
        return provider.received(TOKEN).stream()
                .map(request -> request.form().get("refresh_token"))
                .toList();
    }

    @Test
    @Tag("TC-05")
    void getWhenAnotherNodeGotTheSameTokenThenThatOne() {
        provider.on(TOKEN, request -> {
            otherNodeWrote(token("of the other node", "a"));
            return Reply.error(403, "invalid_grant");
        });

        assertThat(ask()).isEqualTo("of the other node");
        assertThat(usedRefreshTokens()).containsExactly("rt-1");
        assertThat(events).noneMatch(LoggedOut.class::isInstance);
    }

    @Test
    @Tag("TC-05")
    void getWhenAnotherNodeRotatedTheRefreshTokenThenByTheNewOne() {
        provider.on(TOKEN, request -> {
            if ("rt-2".equals(request.form().get("refresh_token"))) {
                return Reply.json(Map.of(
                        "access_token", "ours", "token_type", "Bearer", "expires_in", 600L, "refresh_token", "rt-3"));
            }
            otherNodeWrote(token("for something else", "b"));
            return Reply.error(403, "invalid_grant");
        });

        assertThat(ask()).isEqualTo("ours");
        assertThat(usedRefreshTokens()).containsExactly("rt-1", "rt-2");
        SessionData session = sessions.restore(browser.cookies()).orElseThrow().data();
        assertThat(session.refreshToken()).isEqualTo("rt-3");
        assertThat(session.accessTokens()).hasSize(2);
        assertThat(events).singleElement().isInstanceOf(TokenRefreshed.class);
    }

    @Test
    @Tag("TC-05")
    void getWhenTheNewOneIsRefusedTooThenTheSessionEnds() {
        provider.on(TOKEN, request -> {
            if ("rt-1".equals(request.form().get("refresh_token"))) {
                otherNodeWrote();
            }
            return Reply.error(403, "invalid_grant");
        });

        assertRefused(Auth0ErrorCode.SERVER_INVALID_GRANT, this::ask);
        assertThat(usedRefreshTokens()).containsExactly("rt-1", "rt-2");
        assertThat(sessions.restore(browser.cookies())).isEmpty();
        assertThat(events).anyMatch(LoggedOut.class::isInstance);
    }

    @Test
    @Tag("TC-05")
    void getWhenTheProviderFailsAtTheNewOneThenTheSessionLives() {
        provider.on(TOKEN, request -> {
            if ("rt-2".equals(request.form().get("refresh_token"))) {
                return Reply.error(503, "temporarily_unavailable");
            }
            otherNodeWrote();
            return Reply.error(403, "invalid_grant");
        });

        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, this::ask);
        assertThat(sessions.restore(browser.cookies()).orElseThrow().data().refreshToken())
                .isEqualTo("rt-2");
    }
}
