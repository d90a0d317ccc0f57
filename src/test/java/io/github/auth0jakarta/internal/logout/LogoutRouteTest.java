package io.github.auth0jakarta.internal.logout;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.METADATA;
import static io.github.auth0jakarta.testing.FakeAuthorizationServer.REVOKE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.LogoutOptions;
import io.github.auth0jakarta.event.LoggedOut;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.internal.oauth.ProviderMetadataSource;
import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionCookies;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.RandomValues;
import io.github.auth0jakarta.internal.web.Route;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeEvents;
import io.github.auth0jakarta.testing.FakeHttpSession;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.Parameters;
import io.github.auth0jakarta.testing.ReturnToCorpus;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestSecrets;
import io.github.auth0jakarta.testing.TestSessionCookies;
import io.github.auth0jakarta.testing.TestSessions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link LogoutRoute} with all that a logout consists of. */
class LogoutRouteTest {
    private static final String APP = "http://localhost:8080";

    private final FixedTime time = new FixedTime();
    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final TestConfigs settings = TestConfigs.login(provider);
    private final SessionCookies sessions = TestSessionCookies.of(time);
    private final Browser browser = new Browser();
    private final FakeHttpSession containerSession = new FakeHttpSession();
    private final FakeEvents events = new FakeEvents();
    private final RandomValues states = new RandomValues(new SeededRandom(5));
    private List<URI> baseUrls = List.of(URI.create(APP));

    @BeforeEach
    void logIn() {
        provider.on(REVOKE, new Reply(200, "text/plain", ""));
        logIn("rt");
    }

    private void logIn(@Nullable String refreshToken) {
        FakeResponse response = new FakeResponse();
        SessionData data = TestSessions.of(
                "id.tok.en", List.of(), refreshToken, "ada", Set.of(), "sid-1", time.instant(), time.instant());
        RequestSession.begin(sessions, FakeRequest.get("/").servlet(), response.servlet(), data);
        browser.receive(response.setCookies());
        browser.receive(List.of("__txn_1=x; Path=/"));
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private Logout logout() {
        Auth0Config config = settings.read();
        Auth0Config.Login login = Objects.requireNonNull(config.login());
        LocalLogout local = new LocalLogout(
                provider.issuer(),
                sessions,
                cookies -> cookies.namesBeginningWith("__txn_").stream()
                        .map(name -> name + "=; Path=/; Max-Age=0; HttpOnly")
                        .toList(),
                events,
                time);
        ProviderMetadataSource metadata = provider.metadata();
        return new Logout(
                login,
                new ApplicationAddress(baseUrls),
                local,
                new ProviderLogout(config.provider(), login, provider.tokenEndpoint(metadata), metadata),
                way(login),
                states);
    }

    private FakeResponse visit(FakeRequest request) {
        FakeResponse response = new FakeResponse();
        try {
            new LogoutRoute(logout())
                    .handle(
                            request.cookies(browser.cookies())
                                    .session(containerSession)
                                    .servlet(),
                            response.servlet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        browser.receive(response.setCookies());
        return response;
    }

    private LogoutReturn way(Auth0Config.Login login) {
        return new LogoutReturn(
                login.logout().returnPath(),
                new CookieSeal(List.of(TestSecrets.NEW), "logout", "test", new SeededRandom(6)),
                new CookieAttributes("/", null, false, SameSite.LAX, true),
                time);
    }

    private FakeResponse visit() {
        return visit(FakeRequest.get("/auth/logout"));
    }

    /** Returns the answer of the library to a browser that comes back, null where it leaves that to the application. */
    private @Nullable FakeResponse comeBack(FakeRequest request) {
        LogoutReturn way = way(Objects.requireNonNull(settings.read().login()));
        HttpServletRequest servlet = request.cookies(browser.cookies()).servlet();
        Route route = way.routeFor(servlet);
        if (route == null) {
            return null;
        }
        FakeResponse response = new FakeResponse();
        try {
            route.handle(servlet, response.servlet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        browser.receive(response.setCookies());
        return response;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void endSessionEndpoint(boolean present) {
        Map<String, Object> document = provider.metadataDocument();
        if (!present) {
            document.remove("end_session_endpoint");
        }
        provider.on(FakeAuthorizationServer.METADATA, Reply.json(document));
    }

    private void assertLoggedOutHere() {
        assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
        assertThat(containerSession.isInvalidated()).isTrue();
    }

    private void assertStillLoggedIn() {
        assertThat(sessions.restore(browser.cookies())).isPresent();
        assertThat(containerSession.isInvalidated()).isFalse();
        assertThat(provider.received(REVOKE)).isEmpty();
    }

    @Nested
    class Here {
        @ParameterizedTest
        @CsvSource({"GET, 302", "POST, 303"})
        void handleWhenVisitedThenSessionLoginsAndContainerSessionAreOver(String method, int status) {
            FakeResponse response = visit(FakeRequest.of(method, "/auth/logout"));
            assertLoggedOutHere();
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.isNoStore()).isTrue();
        }

        @Test
        @Tag("LO-09")
        void handleWhenNobodyIsLoggedInThenToTheProviderAllTheSame() {
            browser.receive(sessions.clear(browser.cookies()));
            FakeResponse response = visit();
            assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
            assertThat(events.fired()).isEmpty();
            assertThat(response.status()).isEqualTo(302);
            assertThat(Parameters.ofQuery(response.header("Location")))
                    .containsOnlyKeys("client_id", "post_logout_redirect_uri");
            assertThat(provider.received(REVOKE)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"HEAD", "PUT", "DELETE", "OPTIONS"})
        void handleWhenNeitherGetNorPostThenNotAllowed(String method) {
            FakeResponse response = visit(FakeRequest.of(method, "/auth/logout"));
            assertThat(response.status()).isEqualTo(405);
            assertThat(response.header("Allow")).isEqualTo("GET, POST");
            assertStillLoggedIn();
        }

        @Test
        void handleWhenPrefetchedThenNothingHappens() {
            FakeResponse response = visit(FakeRequest.get("/auth/logout").header("Sec-Purpose", "prefetch"));
            assertThat(response.status()).isEqualTo(204);
            assertStillLoggedIn();
        }

        @Test
        @Tag("SC-15")
        void handleWhenACopyOfTheCookieIsLeftThenItIsWorthNothing() {
            RequestCookies copy = browser.cookies();
            assertThat(sessions.restore(copy)).isPresent();
            visit();
            assertThat(sessions.restore(copy)).isEmpty();
        }

        @Test
        void handleWhenASessionEndsThenTheApplicationHears() {
            visit();
            assertThat(events.fired())
                    .containsExactly(
                            new LoggedOut(LoggedOut.Reason.LOGOUT, provider.issuer(), "ada", "sid-1", time.instant()));
        }

        @Test
        void handleWhenAnObserverFailsThenLoggedOutAllTheSame() {
            events.fail();
            visit();
            assertLoggedOutHere();
        }

        @Test
        @Tag("LO-08")
        void handleWhenSiteDataIsToBeClearedThenTheBrowserIsTold() {
            assertThat(visit().header("Clear-Site-Data")).isNull();
            settings.with("auth0.logout.clear-site-data", "true");
            assertThat(visit().header("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
        }

        @ParameterizedTest
        @Tag("CS-07")
        @ValueSource(strings = {"image", "iframe", "script", "style", "empty", "embed"})
        void handleWhenAnotherSiteEmbedsItThenNothingHappens(String destination) {
            FakeResponse response = visit(FakeRequest.get("/auth/logout")
                    .header("Sec-Fetch-Site", "cross-site")
                    .header("Sec-Fetch-Dest", destination));
            assertThat(response.status()).isEqualTo(204);
            assertStillLoggedIn();
        }

        @ParameterizedTest
        @CsvSource({"cross-site, document", "same-origin, empty", "same-site, empty", "none, document"})
        void handleWhenAPersonOrTheApplicationAsksThenLoggedOut(String site, String destination) {
            visit(FakeRequest.get("/auth/logout").header("Sec-Fetch-Site", site).header("Sec-Fetch-Dest", destination));
            assertLoggedOutHere();
        }

        @Test
        void handleWhenTheOriginIsNotListedThenRefused() {
            baseUrls = List.of(URI.create(APP), URI.create("https://app.example"));
            FakeResponse response = visit(FakeRequest.get("/auth/logout").origin("https", "evil.example", 443));
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).contains("login.origin_unknown");
        }
    }

    @Nested
    class RefreshToken {
        @Test
        @Tag("LO-05")
        void handleWhenThereIsOneThenRevoked() {
            visit();
            assertThat(provider.received(REVOKE))
                    .singleElement()
                    .satisfies(request -> assertThat(request.form())
                            .containsEntry("token", "rt")
                            .containsEntry("client_id", TestJwts.CLIENT_ID)
                            .containsKey("client_secret"));
        }

        @Test
        void handleWhenSwitchedOffOrThereIsNoneThenNotRevoked() {
            settings.with("auth0.logout.revoke-refresh-token", "false");
            visit();
            settings.with("auth0.logout.revoke-refresh-token", "true");
            logIn(null);
            visit();
            assertThat(provider.received(REVOKE)).isEmpty();
        }

        @Test
        @Tag("LO-05")
        void handleWhenItCannotBeRevokedThenLoggedOutAllTheSame() {
            provider.on(REVOKE, Reply.error(503, "unavailable"));
            FakeResponse response = visit();
            assertLoggedOutHere();
            assertThat(response.header("Location")).startsWith(provider.at("/oidc/logout?"));
        }
    }

    @Nested
    class AtTheProvider {
        /** RP-Initiated Logout 1.0, 2. */
        @Test
        @Tag("LO-03")
        void locationWhenThereIsAnEndSessionEndpointThenThere() {
            String location = visit().header("Location");
            assertThat(location).startsWith(provider.at("/oidc/logout?"));
            assertThat(Parameters.ofQuery(location))
                    .isEqualTo(Map.of(
                            "client_id",
                            TestJwts.CLIENT_ID,
                            "post_logout_redirect_uri",
                            APP,
                            "id_token_hint",
                            "id.tok.en",
                            "logout_hint",
                            "sid-1"));
        }

        @Test
        @Tag("LO-03")
        void locationWhenIdTokenHintIsOffThenNoIdTokenInTheAddress() {
            settings.with("auth0.logout.id-token-hint", "false");
            assertThat(Parameters.ofQuery(visit().header("Location")))
                    .containsEntry("logout_hint", "sid-1")
                    .doesNotContainKey("id_token_hint");
        }

        @Test
        void locationWhenTheEndpointHasAQueryThenItStays() {
            Map<String, Object> document = provider.metadataDocument();
            document.put("end_session_endpoint", provider.at("/oidc/logout?tenant=a"));
            provider.on(FakeAuthorizationServer.METADATA, Reply.json(document));
            assertThat(visit().header("Location")).startsWith(provider.at("/oidc/logout?tenant=a&client_id="));
        }

        @Test
        void locationWhenFederatedThenSaidSo() {
            settings.with("auth0.logout.federated", "true");
            assertThat(Parameters.ofQuery(visit().header("Location"))).containsEntry("federated", "");
        }

        @ParameterizedTest
        @CsvSource({"'', ", "=, ''", "=true, ''", "=1, ''", "=false, "})
        void locationWhenTheQuerySaysFederatedThenItCounts(String value, @Nullable String sent) {
            settings.with("auth0.logout.federated", sent == null ? "true" : "false");
            Map<String, String> parameters = Parameters.ofQuery(
                    visit(FakeRequest.get("/auth/logout?federated" + value)).header("Location"));
            assertThat(parameters.get("federated")).isEqualTo(value.isEmpty() ? "" : sent);
        }

        @ParameterizedTest
        @Tag("LO-03")
        @CsvSource({"v2, true", "v2, false", "auto, false"})
        void locationWhenV2ThenThere(String strategy, boolean endSessionEndpoint) {
            settings.with("auth0.logout.strategy", strategy);
            endSessionEndpoint(endSessionEndpoint);
            String location = visit().header("Location");
            assertThat(location).startsWith(provider.at("/v2/logout?"));
            assertThat(Parameters.ofQuery(location))
                    .isEqualTo(Map.of("client_id", TestJwts.CLIENT_ID, "returnTo", APP));
        }

        @Test
        void locationWhenOidcIsWantedAndThereIsNoEndpointThenBackToTheApplication() {
            settings.with("auth0.logout.strategy", "oidc");
            endSessionEndpoint(false);
            assertThat(visit().header("Location")).isEqualTo(APP);
        }

        @Test
        void locationWhenTheMetadataCannotBeHadThenAskedForOnce() {
            provider.on(METADATA, Reply.error(503, "unavailable"));
            assertThat(visit().header("Location")).isEqualTo(APP);
            assertLoggedOutHere();
            assertThat(provider.received(METADATA)).hasSize(1);
            assertThat(provider.received(REVOKE)).isEmpty();
        }

        @Test
        void locationWhenV2AndTheMetadataCannotBeHadThenToTheProviderAllTheSame() {
            settings.with("auth0.logout.strategy", "v2");
            provider.on(METADATA, Reply.error(503, "unavailable"));
            assertThat(visit().header("Location")).startsWith(provider.at("/v2/logout?"));
        }

        @Test
        @Tag("LO-01")
        void locationWhenTheProviderIsDownThenLoggedOutHereAndBackToTheApplication() {
            provider.close();
            FakeResponse response = visit();
            assertLoggedOutHere();
            assertThat(response.status()).isEqualTo(302);
            assertThat(response.header("Location")).isEqualTo(APP);
        }

        @Test
        void locationWhenTheRequestNamesATargetThenNotFollowed() {
            FakeResponse response = visit(FakeRequest.get(
                    "/auth/logout?returnTo=https://evil.example&post_logout_redirect_uri=https://evil.example"));
            assertThat(response.header("Location")).doesNotContain("evil");
        }
    }

    /** Where the browser goes after the provider's logout. */
    @Nested
    class Afterwards {
        private String logOutTo(String place) {
            FakeResponse response = visit(FakeRequest.get("/auth/logout?returnTo=" + encoded(place)));
            return Objects.requireNonNull(response.header("Location"));
        }

        private String stateAfter(String place) {
            return Objects.requireNonNull(Parameters.ofQuery(logOutTo(place)).get("state"));
        }

        @Test
        @Tag("LO-03")
        void returnWhenAPlaceIsWishedThenTheProviderHearsTheStateOnly() {
            Map<String, String> parameters = Parameters.ofQuery(logOutTo("/bye?x=1"));
            assertThat(parameters).containsEntry("post_logout_redirect_uri", APP);
            assertThat(parameters.get("state")).matches("[A-Za-z0-9_-]{43}");
            assertThat(parameters.values()).noneMatch(value -> value.contains("bye"));
        }

        @Test
        void returnWhenTheBrowserComesBackThenSentOnOnce() {
            String state = stateAfter("/bye?x=1");
            FakeResponse response = Objects.requireNonNull(comeBack(FakeRequest.get("/?state=" + state)));
            assertThat(response.status()).isEqualTo(302);
            assertThat(response.header("Location")).isEqualTo(APP + "/bye?x=1");
            assertThat(response.isNoStore()).isTrue();
            assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
            assertThat(comeBack(FakeRequest.get("/?state=" + state))).isNull();
        }

        @Test
        void returnWhenV2ThenTheStateIsInTheAddress() {
            settings.with("auth0.logout.strategy", "v2").with("auth0.logout.return-path", "/bye");
            String returnTo =
                    Objects.requireNonNull(Parameters.ofQuery(logOutTo("/shop")).get("returnTo"));
            assertThat(returnTo).startsWith(APP + "/bye?state=");
            FakeResponse response = Objects.requireNonNull(comeBack(FakeRequest.get(returnTo.substring(APP.length()))));
            assertThat(response.header("Location")).isEqualTo(APP + "/shop");
        }

        @Test
        void returnWhenThereIsAReturnPathThenThatIsRegistered() {
            settings.with("auth0.logout.return-path", "/bye");
            assertThat(Parameters.ofQuery(visit().header("Location")))
                    .containsEntry("post_logout_redirect_uri", APP + "/bye")
                    .doesNotContainKey("state");
            String state = stateAfter("/shop");
            assertThat(comeBack(FakeRequest.get("/?state=" + state))).isNull();
            assertThat(comeBack(FakeRequest.get("/bye?state=" + state))).isNotNull();
        }

        @ParameterizedTest
        @Tag("LO-04")
        @ValueSource(
                strings = {
                    "/",
                    "/?state",
                    "/?state=",
                    "/?state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                    "/?state=%3Cscript%3E",
                    "/?state=%zz",
                    "/?state=STATE&state=STATE",
                    "/?xstate=STATE",
                    "/?state=STATEx",
                    "/other?state=STATE",
                    "//?state=STATE"
                })
        void returnWhenTheStateIsWrongOrMissingThenTheApplicationAnswers(String address) {
            String state = stateAfter("/bye");
            assertThat(comeBack(FakeRequest.get(address.replace("STATE", state))))
                    .isNull();
            assertThat(comeBack(FakeRequest.get("/?state=" + state))).isNotNull();
        }

        @ParameterizedTest
        @Tag("LO-04")
        @ValueSource(strings = {"POST", "HEAD", "OPTIONS"})
        void returnWhenNotByGetThenTheApplicationAnswers(String method) {
            String state = stateAfter("/bye");
            assertThat(comeBack(FakeRequest.of(method, "/?state=" + state))).isNull();
        }

        @Test
        @Tag("LO-04")
        void returnWhenTheCookieWasMadeForAnotherStateThenTheApplicationAnswers() {
            String state = stateAfter("/bye");
            String value = browser.cookies().first("__logout_" + state).orElseThrow();
            String other = "A".repeat(43);
            browser.receive(List.of("__logout_" + other + "=" + value + "; Path=/"));
            assertThat(comeBack(FakeRequest.get("/?state=" + other))).isNull();
        }

        @Test
        void returnWhenItTookTooLongThenTheApplicationAnswers() {
            String state = stateAfter("/bye");
            time.advance(Duration.ofMinutes(10));
            assertThat(comeBack(FakeRequest.get("/?state=" + state))).isNull();
        }

        @Test
        void returnWhenLoggedOutAgainThenOnlyTheLastPlaceIsKept() {
            String first = stateAfter("/first");
            String second = stateAfter("/second");
            assertThat(browser.cookies().namesBeginningWith("__logout_")).hasSize(1);
            assertThat(comeBack(FakeRequest.get("/?state=" + first))).isNull();
            assertThat(comeBack(FakeRequest.get("/?state=" + second))).isNotNull();
        }

        @Test
        void returnWhenTheProviderIsDownThenThereAtOnce() {
            provider.close();
            assertThat(logOutTo("/bye")).isEqualTo(APP + "/bye");
            assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
        }

        /** As {@code LogoutService} does: a query could not carry half a character. */
        private String beginTo(String place) {
            FakeResponse response = new FakeResponse();
            String location = logout().begin(
                            FakeRequest.get("/page").cookies(browser.cookies()).servlet(),
                            response.servlet(),
                            LogoutOptions.defaults().withReturnTo(place));
            browser.receive(response.setCookies());
            return location;
        }

        @ParameterizedTest
        @Tag("OR-04")
        @CsvSource({"oidc, post_logout_redirect_uri", "v2, returnTo"})
        void returnWhenUnsafeThenNoPlaceIsRemembered(String strategy, String parameter) {
            settings.with("auth0.logout.strategy", strategy);
            for (String unsafe : ReturnToCorpus.UNSAFE) {
                Map<String, String> parameters = Parameters.ofQuery(beginTo(unsafe));
                assertThat(parameters).as(unsafe).containsEntry(parameter, APP).doesNotContainKey("state");
                assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
            }
        }

        @Test
        @Tag("OR-04")
        void returnWhenUnsafeAndTheProviderCannotBeAskedThenToTheApplication() {
            settings.with("auth0.logout.strategy", "oidc");
            endSessionEndpoint(false);
            for (String unsafe : ReturnToCorpus.UNSAFE) {
                assertThat(beginTo(unsafe)).as(unsafe).isEqualTo(APP);
            }
        }

        @ParameterizedTest
        @FieldSource("io.github.auth0jakarta.testing.ReturnToCorpus#SAFE")
        void returnWhenSafeThenUnchanged(String place) {
            FakeResponse response = Objects.requireNonNull(comeBack(FakeRequest.get("/?state=" + stateAfter(place))));
            assertThat(response.header("Location")).isEqualTo(APP + place);
        }
    }
}
