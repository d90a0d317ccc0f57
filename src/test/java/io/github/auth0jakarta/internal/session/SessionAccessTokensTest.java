package io.github.auth0jakarta.internal.session;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.REVOKE;
import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;
import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.AccessTokenRequest;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.event.LoggedOut;
import io.github.auth0jakarta.event.RefreshFailed;
import io.github.auth0jakarta.event.TokenRefreshed;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SessionAccessTokensTest {
    private static final String API = "https://api.example";
    private static final String CONFIGURED = "https://configured.example";
    private static final Duration BUFFER = Duration.ofSeconds(60);

    private final FixedTime time = new FixedTime();
    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final SessionCookies cookies = TestSessionCookies.of(time);
    private final Browser browser = new Browser();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    /** What becomes of a new ID token; none is expected unless a test says so. */
    private LoginRenewal renewal = (session, idToken, accessToken) -> {
        throw new AssertionError("an ID token came");
    };

    private final SessionAccessTokens tokens = new SessionAccessTokens(
            new SessionRefresh(
                    provider.tokenEndpoint(),
                    (session, idToken, accessToken) -> renewal.verify(session, idToken, accessToken),
                    time),
            new SessionAccessTokens.Audiences(API, Map.of(CONFIGURED, Set.of("always"))),
            BUFFER,
            provider.issuer(),
            events::add,
            time);

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
            RequestSession.restore(cookies, request.servlet(), response.servlet(), use -> true);
            session = Objects.requireNonNull(RequestSession.of(request.servlet()));
        }

        private AccessToken get(@Nullable String audience, String... scopes) {
            return ask(
                    audience == null
                            ? AccessTokenRequest.ofLogin().withScopes(Set.of(scopes))
                            : AccessTokenRequest.of(audience, Set.of(scopes)));
        }

        private AccessToken ask(AccessTokenRequest wanted) {
            return tokens.get(session, wanted);
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
    void getWhenNoScopesAreNamedThenTheTokenOfTheLoginAndNoNarrowerOne() {
        logIn("rt", stored("narrow", API, "openid"), stored("login", API, "openid", "a"), stored("other", API, "a"));
        assertThat(new Visit().get(API).value()).isEqualTo("login");
        assertThat(new Visit().get(API, "openid").value()).isEqualTo("narrow");
    }

    @Test
    void getWhenMoreOrLessWasGrantedThanAskedForThenBothCount() {
        logIn("rt", stored("t", API, Set.of("asked", "refused"), Set.of("asked", "added")));
        assertThat(new Visit().get(API, "added").value()).isEqualTo("t");
        // Asking again would be refused again.
        assertRefused(Auth0ErrorCode.SESSION_SCOPES_MISSING, () -> new Visit().get(API, "refused"));
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

    /** Neither does a scope count that comes unasked, nor does the session remember it. */
    @Test
    @Tag("TC-09")
    void getWhenTheAnswerHasScopesThatWereNotAskedForThenNotBelieved() {
        logIn("rt", stored("login", API, "a"));
        issue("new", "rt2", "b admin");
        Visit visit = new Visit();
        assertThat(visit.get(API, "b").scopes()).containsExactly("b");
        issue("renewed", null, "a admin");
        time.advance(Duration.ofHours(1));
        assertThat(visit.get(API, "a").scopes()).containsExactly("a");
        assertThat(visit.session.data().accessTokens())
                .flatExtracting(StoredAccessToken::grantedScopes)
                .doesNotContain("admin");
        issue("other", null, "admin");
        assertInteractionRequired(Auth0ErrorCode.SESSION_SCOPES_MISSING, API, "c");
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
    @Tag("TC-06")
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
    @Tag("TC-06")
    void getWhenTheRefreshTokenDoesNotRotateThenTheOldOneStays() {
        logIn("rt", stored("login", API, "a"));
        issue("new", null, null);
        Visit visit = new Visit();
        visit.get(API, "b");
        assertThat(visit.session.data().refreshToken()).isEqualTo("rt");
    }

    @Test
    void getWhenLessIsGrantedThanIsNeededThenRefusedAndTheTokensAreKept() {
        logIn("rt", stored("login", API, "a"));
        issue("new", "rt-2", "b");
        Visit visit = new Visit();
        assertRefused(Auth0ErrorCode.SESSION_SCOPES_MISSING, () -> visit.get(API, "b", "c"));
        assertThat(visit.end().session.data().refreshToken()).isEqualTo("rt-2");
        assertThat(new Visit().get(API, "b").value()).isEqualTo("new");
    }

    @Test
    void getWhenTheProviderRefusesTheRefreshTokenThenInteractionRequired() {
        logIn("rt", stored("login", API, "a"));
        provider.on(TOKEN, Reply.error(403, "invalid_grant"));
        assertInteractionRequired(Auth0ErrorCode.SERVER_INVALID_GRANT, API, "b");
    }

    @Test
    @Tag("TC-05")
    @Tag("F-09")
    void getWhenTheProviderFailsThenTheSessionIsAsItWasAndTheProviderIsSpared() {
        logIn("rt", stored("login", API, "a"));
        provider.on(TOKEN, Reply.error(503, "unavailable"));
        Visit visit = new Visit();
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> visit.get(API, "b"));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> new Visit().get(API, "c"));
        assertThat(visit.response.setCookies()).isEmpty();
        assertThat(provider.received(TOKEN)).hasSize(1);

        issue("new", null, null);
        time.advance(Duration.ofMillis(999));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> new Visit().get(API, "b"));
        time.advance(Duration.ofMillis(501));
        assertThat(new Visit().get(API, "b").value()).isEqualTo("new");
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
    void dropCacheWhenCalledThenTheProviderIsAskedAgainAtOnce() {
        logIn("rt", stored("login", API, "a"));
        provider.on(TOKEN, Reply.error(503, "unavailable"));
        assertRefused(Auth0ErrorCode.SERVER_ERROR_RESPONSE, () -> new Visit().get(API, "b"));
        issue("new", null, null);
        tokens.dropCache();
        assertThat(new Visit().get(API, "b").value()).isEqualTo("new");
    }

    /** Rotates without grace: a refresh token that is used twice is the end. */
    private static final class StrictRotation implements FakeAuthorizationServer.Handler {
        private int number;
        private String valid = "rt";

        @Override
        public synchronized Reply handle(FakeAuthorizationServer.Received request) {
            if (!valid.equals(request.form().get("refresh_token"))) {
                return Reply.error(403, "invalid_grant");
            }
            number++;
            valid = "rt-" + number;
            return reply("at-for-" + request.form().get("audience"), valid, null);
        }
    }

    @Test
    @Tag("F-11")
    @Tag("TC-07")
    void getWhenAHundredRequestsAskForThreeApisAtOnceThenOneRefreshEachAndNoRefreshTokenTwice() {
        logIn("rt", stored("login", API, "a"));
        provider.on(TOKEN, new StrictRotation());
        List<String> audiences = List.of("https://one.example", "https://two.example", "https://three.example");
        AtomicInteger turn = new AtomicInteger();

        List<Visit> visits = Together.call(
                100,
                () -> {
                    String audience = audiences.get(turn.getAndIncrement() % 3);
                    Visit visit = new Visit();
                    assertThat(visit.get(audience).value()).isEqualTo("at-for-" + audience);
                    return visit;
                },
                () -> {});

        assertThat(provider.received(TOKEN))
                .extracting(request -> request.form().get("refresh_token"))
                .containsExactly("rt", "rt-1", "rt-2");
        assertThat(events).hasSize(3).allMatch(TokenRefreshed.class::isInstance);
        // Whatever answer the browser takes last, the session goes on.
        visits.get(99).end();
        assertThat(new Visit().session.data().refreshToken()).isEqualTo("rt-3");
        assertThat(new Visit().get("https://four.example").value()).isEqualTo("at-for-https://four.example");
    }

    @Test
    @Tag("F-11")
    @Tag("TC-06")
    @Tag("TC-07")
    void getWhenAHundredRequestsComeWithAnEndedTokenThenOneRefreshAndTheSessionLives() {
        logIn("rt", stored("login", API, "a"));
        time.advance(Duration.ofHours(1));
        provider.on(TOKEN, new StrictRotation());

        List<Visit> visits = Together.call(
                100,
                () -> {
                    Visit visit = new Visit();
                    assertThat(visit.get(null).value()).isEqualTo("at-for-null");
                    return visit;
                },
                () -> {});

        assertThat(provider.received(TOKEN)).hasSize(1);
        assertThat(visits).allSatisfy(visit -> {
            assertThat(visit.session.data().refreshToken()).isEqualTo("rt-1");
            assertThat(visit.response.setCookies()).isNotEmpty();
        });
    }

    @Test
    @Tag("TC-05")
    void getWhenTheRefreshTokenIsRefusedThenTheSessionEndsForGood() {
        logIn("rt", stored("login", API, "a"));
        RequestCookies copy = browser.cookies();
        provider.on(TOKEN, Reply.error(403, "invalid_grant"));
        Visit visit = new Visit();

        assertRefused(Auth0ErrorCode.SERVER_INVALID_GRANT, () -> visit.get(API, "b"));
        visit.end();

        assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
        assertThat(cookies.restore(copy)).isEmpty();
        assertRefused(Auth0ErrorCode.SESSION_MISSING, () -> visit.get(API, "a"));
        assertThat(events)
                .containsExactly(
                        new LoggedOut(LoggedOut.Reason.REFRESH_REFUSED, provider.issuer(), "ada", null, time.instant()),
                        new RefreshFailed("ada", API, Auth0ErrorCode.SERVER_INVALID_GRANT, time.instant()));
    }

    @ParameterizedTest
    @Tag("TC-05")
    @CsvSource({"401, invalid_client", "400, invalid_scope", "403, unauthorized_client", "429, too_many_requests"})
    void getWhenAnythingElseIsRefusedThenTheSessionLives(int status, String error) {
        logIn("rt", stored("login", API, "a"));
        provider.on(TOKEN, Reply.error(status, error));
        Visit visit = new Visit();
        assertThatThrownBy(() -> visit.get(API, "b")).isInstanceOf(AuthorizationServerException.class);
        assertThat(visit.response.setCookies()).isEmpty();
        assertThat(new Visit().get(API, "a").value()).isEqualTo("login");
        assertThat(events).singleElement().isInstanceOf(RefreshFailed.class);
    }

    @Test
    @Tag("F-09")
    void getWhenTheProviderIsDownThenATokenThatIsStillValidIsGoodEnough() {
        logIn("rt", stored("login", API, "a"));
        provider.close();
        time.advance(Duration.ofSeconds(3_599));
        assertThat(new Visit().get(API, "a").value()).isEqualTo("login");
        time.advance(Duration.ofSeconds(1));
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> new Visit().get(API, "a"));
        assertThat(new Visit().session.data().refreshToken()).isEqualTo("rt");
    }

    @Test
    @Tag("LO-10")
    @Tag("BL-19")
    void getWhenLoggedOutMeanwhileThenTheNewRefreshTokenIsRevokedAndNobodyIsLoggedIn() {
        logIn("rt", stored("login", API, "a"));
        RequestCookies copy = browser.cookies();
        Visit visit = new Visit();
        provider.on(REVOKE, new Reply(200, "text/plain", ""));
        provider.on(TOKEN, request -> {
            RequestSession.end(cookies, FakeRequest.get("/").cookies(copy).servlet(), new FakeResponse().servlet());
            return reply("new", "rt-2", null);
        });

        assertRefused(Auth0ErrorCode.SESSION_MISSING, () -> visit.get(API, "b"));
        visit.end();

        assertThat(provider.received(REVOKE))
                .singleElement()
                .satisfies(request -> assertThat(request.form()).containsEntry("token", "rt-2"));
        assertThat(cookies.restore(copy)).isEmpty();
        assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
    }

    @Test
    void getWhenTheSessionOnlyIsAllowedThenTheProviderIsNotAsked() {
        logIn("rt", stored("login", API, "a"));
        AccessTokenRequest wanted = AccessTokenRequest.of(API, Set.of("a")).from(AccessTokenRequest.Source.SESSION);
        assertThat(new Visit().ask(wanted).value()).isEqualTo("login");
        assertRefused(
                Auth0ErrorCode.SESSION_REFRESH_TOKEN_MISSING, () -> new Visit().ask(wanted.withScopes(Set.of("b"))));
        assertThat(provider.received(TOKEN)).isEmpty();
    }

    @Test
    void getWhenARefreshIsWantedThenRefreshedAlthoughTheTokenIsGood() {
        logIn("rt", stored("login", API, "a"));
        issue("new", null, null);
        Visit visit = new Visit();
        assertThat(visit.ask(AccessTokenRequest.ofLogin().from(AccessTokenRequest.Source.REFRESH))
                        .value())
                .isEqualTo("new");
        assertThat(visit.session.data().accessTokens())
                .singleElement()
                .satisfies(token -> assertThat(token.requestedScopes()).containsExactly("a"));
    }

    @Test
    void getWhenScopesAreConfiguredThenAskedForBesideUnlessSwitchedOff() {
        logIn("rt", stored("login", API, "a"));
        issue("new", null, null);
        AccessTokenRequest wanted = AccessTokenRequest.of(CONFIGURED, Set.of("asked"));
        Visit visit = new Visit();
        visit.ask(wanted);
        visit.ask(wanted.withoutConfiguredScopes());
        visit.ask(wanted.withoutConfiguredScopes().withScopes(Set.of("other")));
        assertThat(provider.received(TOKEN))
                .extracting(request ->
                        Set.of(String.valueOf(request.form().get("scope")).split(" ")))
                .containsExactly(Set.of("asked", "always"), Set.of("other"));
    }

    @Test
    void getWhenTheSessionBecomesTooLargeThenTheLargestOtherTokensGiveWay() {
        logIn("rt", stored("x".repeat(6_000), API, "a"), stored("small", API, "b"));
        issue("y".repeat(7_000), "rt-2", null);
        Visit visit = new Visit();
        visit.get(API, "c");
        assertThat(visit.session.data().accessTokens())
                .extracting(token -> token.value().length())
                .containsExactly(7_000, 5);
        assertThat(visit.session.data().refreshToken()).isEqualTo("rt-2");
    }

    @Test
    void getWhenServersCouldRefuseSoManyCookiesThenTheLargestOtherTokensGiveWay() {
        logIn("rt", stored("x".repeat(1_500), API, "a"), stored("x".repeat(1_000), API, "b"));
        issue("y".repeat(2_500), null, null);
        Visit visit = new Visit();
        visit.get(API, "c");
        assertThat(visit.session.data().accessTokens())
                .extracting(token -> token.value().length())
                .containsExactly(2_500, 1_000);
    }

    @Test
    void getWhenTheNewTokenAloneIsTooLargeThenRefusedAndTheRotatedRefreshTokenIsKept() {
        logIn("rt", stored("login", API, "a"));
        issue("y".repeat(15_000), "rt-2", null);
        Visit visit = new Visit();
        assertRefused(Auth0ErrorCode.LOGIN_SESSION_TOO_LARGE, () -> visit.get(API, "c"));
        assertThat(visit.session.data().refreshToken()).isEqualTo("rt-2");
        assertThat(provider.received(REVOKE)).isEmpty();
    }

    @Test
    void revokeRefreshTokenWhenThereIsOneThenRevokedAndGoneFromTheSession() {
        logIn("rt", stored("login", API, "a"));
        provider.on(REVOKE, new Reply(200, "text/plain", ""));
        Visit visit = new Visit();
        tokens.revokeRefreshToken(visit.session);
        visit.end();
        assertThat(provider.received(REVOKE)).hasSize(1);
        assertThat(new Visit().get(API, "a").value()).isEqualTo("login");
        assertRefused(
                Auth0ErrorCode.SESSION_REFRESH_TOKEN_MISSING, () -> tokens.revokeRefreshToken(new Visit().session));
    }

    @Test
    void revokeRefreshTokenWhenTheProviderFailsThenItStays() {
        logIn("rt", stored("login", API, "a"));
        provider.on(REVOKE, Reply.error(503, "unavailable"));
        Visit visit = new Visit();
        assertThatThrownBy(() -> tokens.revokeRefreshToken(visit.session))
                .isInstanceOf(AuthorizationServerException.class);
        assertThat(visit.session.data().refreshToken()).isEqualTo("rt");
    }
}
