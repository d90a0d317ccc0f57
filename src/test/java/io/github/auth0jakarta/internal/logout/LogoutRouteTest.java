package io.github.auth0jakarta.internal.logout;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.REVOKE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionCookies;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeHttpSession;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.Parameters;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestSessionCookies;
import io.github.auth0jakarta.testing.TestSessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link LogoutRoute} and {@link LogoutAddress}. */
class LogoutRouteTest {
    private static final String APP = "http://localhost:8080";

    private final FixedTime time = new FixedTime();
    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final TestConfigs settings = TestConfigs.login(provider);
    private final SessionCookies sessions = TestSessionCookies.of(time);
    private final Browser browser = new Browser();
    private final FakeHttpSession containerSession = new FakeHttpSession();
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

    private FakeResponse visit(FakeRequest request) {
        Auth0Config config = settings.read();
        LogoutRoute route = new LogoutRoute(
                config.provider(),
                Objects.requireNonNull(config.login()),
                new ApplicationAddress(baseUrls),
                sessions,
                cookies -> cookies.namesBeginningWith("__txn_").stream()
                        .map(name -> name + "=; Path=/; Max-Age=0; HttpOnly")
                        .toList(),
                provider.tokenEndpoint(),
                provider.metadata());
        FakeResponse response = new FakeResponse();
        try {
            route.handle(
                    request.cookies(browser.cookies()).session(containerSession).servlet(), response.servlet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        browser.receive(response.setCookies());
        return response;
    }

    private FakeResponse visit() {
        return visit(FakeRequest.get("/auth/logout"));
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
        void handleWhenNobodyIsLoggedInThenToTheProviderAllTheSame() {
            browser.receive(sessions.clear(browser.cookies()));
            FakeResponse response = visit();
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

        @ParameterizedTest
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
        void handleWhenThereIsOneThenRevoked() {
            visit();
            assertThat(provider.received(REVOKE))
                    .singleElement()
                    .satisfies(request -> assertThat(request.form()).containsEntry("token", "rt"));
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

        private void endSessionEndpoint(boolean present) {
            Map<String, Object> document = provider.metadataDocument();
            if (!present) {
                document.remove("end_session_endpoint");
            }
            provider.on(FakeAuthorizationServer.METADATA, Reply.json(document));
        }

        @Test
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
}
