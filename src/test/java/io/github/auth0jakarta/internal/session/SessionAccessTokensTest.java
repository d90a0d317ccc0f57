package io.github.auth0jakarta.internal.session;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestSessionCookies;
import io.github.auth0jakarta.testing.TestSessions;
import io.github.auth0jakarta.testing.Together;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SessionAccessTokensTest {
    private static final String API = "https://api.example";
    private static final Duration BUFFER = Duration.ofSeconds(60);

    private final FixedTime time = new FixedTime();
    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final SessionCookies cookies = TestSessionCookies.of(time);
    private final Browser browser = new Browser();
    private final SessionAccessTokens tokens = new SessionAccessTokens(provider.tokenEndpoint(), API, BUFFER, time);

    @AfterEach
    void stop() {
        provider.close();
    }

    /** A request of the browser, with the session that it carries. */
    private final class Visit {
        private final FakeResponse response = new FakeResponse();
        private final RequestSession session;

        private Visit() {
            FakeRequest request = FakeRequest.get("/page").cookies(browser.cookies());
            RequestSession.restore(cookies, request.servlet(), response.servlet());
            session = Objects.requireNonNull(RequestSession.of(request.servlet()));
        }

        private AccessToken get(@Nullable String audience, String... scopes) {
            return tokens.get(session, audience, Set.of(scopes));
        }

        private Visit end() {
            browser.receive(response.setCookies());
            return this;
        }
    }

    private void logIn(@Nullable String refreshToken, StoredAccessToken... stored) {
        FakeResponse response = new FakeResponse();
        SessionData data = TestSessions.of(
                "id.tok.en", List.of(stored), refreshToken, "ada", Set.of(), null, time.instant(), time.instant());
        RequestSession.begin(
                cookies, FakeRequest.get("/").cookies(browser.cookies()).servlet(), response.servlet(), data);
        browser.receive(response.setCookies());
    }

    private StoredAccessToken stored(String value, String audience, Set<String> requested, Set<String> granted) {
        return new StoredAccessToken(
                value, "Bearer", audience, requested, granted, time.instant().plusSeconds(3_600));
    }

    private StoredAccessToken stored(String value, String audience, String... scopes) {
        return stored(value, audience, Set.of(scopes), Set.of(scopes));
    }

    private void issue(String accessToken, @Nullable String refreshToken, @Nullable String scope) {
        provider.on(TOKEN, reply(accessToken, refreshToken, scope));
    }

    private static Reply reply(String accessToken, @Nullable String refreshToken, @Nullable String scope) {
        Map<String, Object> body =
                new HashMap<>(Map.of("access_token", accessToken, "token_type", "Bearer", "expires_in", 600L));
        if (refreshToken != null) {
            body.put("refresh_token", refreshToken);
        }
        if (scope != null) {
            body.put("scope", scope);
        }
        return Reply.json(body);
    }

    @Test
    void getWhenTheSessionHasItThenFromThereAndTheProviderIsNotAsked() {
        logIn("rt", stored("login", API, "openid", "read:orders"));
        AccessToken token = new Visit().get(API, "openid", "read:orders");
        assertThat(token)
                .isEqualTo(new AccessToken(
                        "login",
                        "Bearer",
                        API,
                        Set.of("openid", "read:orders"),
                        time.instant().plusSeconds(3_600)));
        assertThat(provider.received(TOKEN)).isEmpty();
    }

    @Test
    void getWhenNoAudienceIsNamedThenThatOfTheLogin() {
        logIn("rt", stored("other", "https://other.example", "a"), stored("login", API, "a"));
        assertThat(new Visit().get(null).value()).isEqualTo("login");
    }

    @Test
    void getWhenSeveralHaveTheScopesThenTheOneWithFewest() {
        logIn("rt", stored("three", API, "a", "b", "c"), stored("two", API, "a", "b"), stored("one", API, "c"));
        assertThat(new Visit().get(API, "a").value()).isEqualTo("two");
        assertThat(new Visit().get(API, "c").value()).isEqualTo("one");
        assertThat(new Visit().get(API, "a", "c").value()).isEqualTo("three");
        assertThat(provider.received(TOKEN)).isEmpty();
    }

    @Test
    void getWhenMoreOrLessWasGrantedThanAskedForThenBothCount() {
        logIn("rt", stored("t", API, Set.of("asked", "refused"), Set.of("asked", "added")));
        assertThat(new Visit().get(API, "added").value()).isEqualTo("t");
        // Asking again would be refused again.
        assertThat(new Visit().get(API, "refused").value()).isEqualTo("t");
        assertThat(provider.received(TOKEN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https://other.example, a", "https://api.example, b", "https://API.example, a"})
    void getWhenTheSessionHasNoneLikeThatThenRefreshedForExactlyThat(String audience, String scope) {
        logIn("rt", stored("login", API, "a"));
        issue("new", null, null);

        AccessToken token = new Visit().get(audience, scope);

        assertThat(token)
                .isEqualTo(new AccessToken(
                        "new", "Bearer", audience, Set.of(scope), time.instant().plusSeconds(600)));
        assertThat(provider.received(TOKEN))
                .singleElement()
                .satisfies(request -> assertThat(request.form())
                        .containsEntry("refresh_token", "rt")
                        .containsEntry("audience", audience)
                        .containsEntry("scope", scope));
    }

    @Test
    void getWhenRefreshedThenInTheSessionFromThenOnBesideTheOthers() {
        logIn("rt", stored("login", API, "a"));
        issue("new", null, null);
        new Visit().end();
        Visit visit = new Visit();
        visit.get(API, "b");
        assertThat(visit.response.isNoStore()).isTrue();
        visit.end();

        Visit next = new Visit();
        assertThat(next.get(API, "b").value()).isEqualTo("new");
        assertThat(next.get(API, "a").value()).isEqualTo("login");
        assertThat(provider.received(TOKEN)).hasSize(1);
    }

    @Test
    void getWhenTheBufferIsReachedThenRefreshedAndReplaced() {
        logIn("rt", stored("login", API, "a"));
        issue("new", null, null);

        time.advance(Duration.ofSeconds(3_539));
        assertThat(new Visit().get(API, "a").value()).isEqualTo("login");
        time.advance(Duration.ofSeconds(1));
        Visit visit = new Visit();
        assertThat(visit.get(API, "a").value()).isEqualTo("new");

        assertThat(visit.session.data().accessTokens())
                .extracting(StoredAccessToken::value)
                .containsExactly("new");
    }

    @Test
    void getWhenThereIsNoRefreshTokenThenUsedToItsVeryEnd() {
        logIn(null, stored("login", API, "a"));
        time.advance(Duration.ofSeconds(3_599));
        assertThat(new Visit().get(API, "a").value()).isEqualTo("login");
        time.advance(Duration.ofSeconds(1));
        assertInteractionRequired(Auth0ErrorCode.SESSION_REFRESH_TOKEN_MISSING, API, "a");
        assertInteractionRequired(Auth0ErrorCode.SESSION_REFRESH_TOKEN_MISSING, API, "b");
    }

    private void assertInteractionRequired(Auth0ErrorCode code, String audience, String scope) {
        assertThatThrownBy(() -> new Visit().get(audience, scope))
                .isInstanceOfSatisfying(
                        InteractionRequiredException.class,
                        e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void getWhenAHundredRequestsAskAtOnceThenOneRefreshAndOneAnswer() {
        logIn("rt", stored("login", API, "a"));
        CountDownLatch allHaveBegun = new CountDownLatch(1);
        provider.on(TOKEN, request -> {
            allHaveBegun.await();
            return reply("new", "rt-2", null);
        });

        List<Visit> visits = Together.call(
                100,
                () -> {
                    Visit visit = new Visit();
                    assertThat(visit.get(API, "b").value()).isEqualTo("new");
                    return visit;
                },
                allHaveBegun::countDown);

        assertThat(provider.received(TOKEN)).hasSize(1);
        assertThat(visits)
                .hasSize(100)
                .allSatisfy(
                        visit -> assertThat(visit.session.data().refreshToken()).isEqualTo("rt-2"));
    }

    @Test
    void getWhenARequestStillCarriesTheOldCookieThenTheSameAnswer() {
        logIn("rt", stored("login", API, "a"));
        issue("new", "rt-2", null);
        Visit early = new Visit();
        Visit late = new Visit();

        early.get(API, "b");
        early.end();
        assertThat(late.get(API, "b").value()).isEqualTo("new");
        late.end();

        assertThat(provider.received(TOKEN)).hasSize(1);
        assertThat(new Visit().session.data().refreshToken()).isEqualTo("rt-2");
    }

    @Test
    void getWhenTheRefreshTokenRotatesThenTheNewOneIsKeptAndUsed() {
        logIn("rt", stored("login", API, "a"));
        issue("new", "rt-2", null);
        Visit visit = new Visit();
        visit.get(API, "b");
        visit.end();

        new Visit().get(API, "c");

        assertThat(provider.received(TOKEN))
                .extracting(request -> request.form().get("refresh_token"))
                .containsExactly("rt", "rt-2");
    }

    @Test
    void getWhenTheRefreshTokenDoesNotRotateThenTheOldOneStays() {
        logIn("rt", stored("login", API, "a"));
        issue("new", null, null);
        Visit visit = new Visit();
        visit.get(API, "b");
        assertThat(visit.session.data().refreshToken()).isEqualTo("rt");
    }

    @Test
    void getWhenLessIsGrantedThenTheTokenSaysSo() {
        logIn("rt", stored("login", API, "a"));
        issue("new", null, "b");
        assertThat(new Visit().get(API, "b", "c").scopes()).containsExactly("b");
    }

    @Test
    void getWhenTheProviderRefusesTheRefreshTokenThenInteractionRequired() {
        logIn("rt", stored("login", API, "a"));
        provider.on(TOKEN, Reply.error(403, "invalid_grant"));
        assertInteractionRequired(Auth0ErrorCode.SERVER_INVALID_GRANT, API, "b");
    }

    @Test
    void getWhenTheProviderFailsThenTypedNothingKeptAndAskedAgainNextTime() {
        logIn("rt", stored("login", API, "a"));
        provider.on(TOKEN, Reply.error(503, "unavailable"));
        Visit visit = new Visit();
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> visit.get(API, "b"));
        assertThat(visit.response.setCookies()).isEmpty();

        issue("new", null, null);
        assertThat(visit.get(API, "b").value()).isEqualTo("new");
    }

    @Test
    void getWhenTheAnswerHasBegunThenNotWritableBeforeTheRefreshTokenIsSpent() {
        logIn("rt", stored("login", API, "a"));
        Visit visit = new Visit();
        visit.response.commit();

        assertThat(visit.get(API, "a").value()).isEqualTo("login");
        assertRefused(Auth0ErrorCode.SESSION_NOT_WRITABLE, () -> visit.get(API, "b"));
        assertThat(provider.received(TOKEN)).isEmpty();
    }

    @Test
    void getWhenTheAnswerWasTenSecondsAgoThenItIsNotKeptForOthersAnyMore() {
        logIn("rt", stored("login", API, "a"));
        issue("new", null, null);
        Visit early = new Visit();
        Visit late = new Visit();
        Visit tooLate = new Visit();
        early.get(API, "b");
        time.advance(Duration.ofMillis(9_999));
        late.get(API, "b");
        assertThat(provider.received(TOKEN)).hasSize(1);
        time.advance(Duration.ofMillis(1));
        tooLate.get(API, "b");
        assertThat(provider.received(TOKEN)).hasSize(2);
    }

    @Test
    void dropCacheWhenCalledThenAnswersAreNotKeptForOthers() {
        logIn("rt", stored("login", API, "a"));
        issue("new", null, null);
        Visit early = new Visit();
        Visit late = new Visit();
        early.get(API, "b");
        tokens.dropCache();
        late.get(API, "b");
        assertThat(provider.received(TOKEN)).hasSize(2);
    }
}
