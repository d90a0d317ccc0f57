package io.github.auth0jakarta.internal.boot;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.AccessTokenCredential;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConnectionTokenRequest;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.web.Route;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.Fakes;
import io.github.auth0jakarta.testing.NoBeans;
import io.github.auth0jakarta.testing.Parameters;
import io.github.auth0jakarta.testing.TestConfigs;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The object graph, made of a configuration and without a container. */
class Auth0RuntimeTest {
    static {
        NoBeans.install();
    }

    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();

    @AfterEach
    void stop() {
        provider.close();
    }

    private static FakeRequest page(String path) {
        return FakeRequest.get(path).header("Sec-Fetch-Mode", "navigate");
    }

    /** @param wanted whether the application itself began the login */
    private static AuthenticationStatus challenge(
            Auth0Runtime runtime, FakeRequest request, FakeResponse response, boolean wanted) {
        HttpMessageContext context = Fakes.of(HttpMessageContext.class, (called, arguments) -> {
            assertThat(called.getName()).isEqualTo("isAuthenticationRequest");
            return wanted;
        });
        return runtime.challenger().challenge(request.servlet(), response.servlet(), context);
    }

    private Auth0Config loginAndApi() {
        return TestConfigs.login(provider)
                .with("auth0.audience", "https://api.example")
                .read();
    }

    @Test
    void newWhenLoginAndApiThenNobodyIsAskedYet() {
        try (Auth0Runtime runtime = new Auth0Runtime(loginAndApi(), true)) {
            assertThat(runtime.isMechanismActive()).isTrue();
            assertThat(runtime.accessTokens()).isNotNull();
            assertThat(runtime.accessTokenStore()).isNotNull();
            assertThat(runtime.client()).isNotNull();
            assertThat(provider.received(FakeAuthorizationServer.METADATA)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/login", "/auth/callback", "/auth/logout", "/auth/profile"})
    void routesWhenLoginThenAllFour(String path) {
        try (Auth0Runtime runtime = new Auth0Runtime(loginAndApi(), true)) {
            assertThat(runtime.routes().find(FakeRequest.get(path).servlet())).isNotNull();
        }
    }

    @Test
    void routesWhenSwitchedOffOrMovedThenSo() {
        Auth0Config config = TestConfigs.login(provider)
                .with("auth0.routes.profile", "off")
                .with("auth0.routes.login", "/sign-in")
                .read();
        try (Auth0Runtime runtime = new Auth0Runtime(config, true)) {
            assertThat(runtime.routes().find(FakeRequest.get("/auth/profile").servlet()))
                    .isNull();
            assertThat(runtime.routes().find(FakeRequest.get("/auth/login").servlet()))
                    .isNull();
            assertThat(runtime.routes().find(FakeRequest.get("/sign-in").servlet()))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"authenticators", "associate", "challenge", "verify"})
    void routesWhenSecondFactorsAreSwitchedOnThenThereAndElseNot(String step) {
        Auth0Config moved =
                TestConfigs.login(provider).with("auth0.routes.mfa", "/second").read();
        try (Auth0Runtime off = new Auth0Runtime(loginAndApi(), true);
                Auth0Runtime on = new Auth0Runtime(moved, true)) {
            assertThat(off.routes().find(FakeRequest.get("/auth/mfa/" + step).servlet()))
                    .isNull();
            assertThat(on.routes().find(FakeRequest.get("/second/" + step).servlet()))
                    .isNotNull();
        }
    }

    @Test
    void mfaWhenThereIsNoLoginThenSwitchedOff() {
        try (Auth0Runtime runtime = new Auth0Runtime(TestConfigs.api().read(), true)) {
            assertRefused(Auth0ErrorCode.CONFIG_INVALID, () -> runtime.mfa().authenticators("token"));
        }
    }

    @Test
    void servicesOfAClientWhenThereIsNoneThenSwitchedOff() {
        try (Auth0Runtime runtime = new Auth0Runtime(TestConfigs.api().read(), true)) {
            assertRefused(
                    Auth0ErrorCode.CONFIG_INVALID,
                    () -> runtime.tokenExchange().onBehalfOf("https://other.example", Set.of()));
            assertRefused(
                    Auth0ErrorCode.CONFIG_INVALID,
                    () -> runtime.tokenExchange()
                            .connectionToken(ConnectionTokenRequest.byAccessToken("google-oauth2")));
            assertRefused(
                    Auth0ErrorCode.CONFIG_INVALID,
                    () -> runtime.connectedAccounts().list());
        }
    }

    @Test
    void routeWhenLoginIsVisitedThenToTheProvider() throws Exception {
        try (Auth0Runtime runtime = new Auth0Runtime(loginAndApi(), true)) {
            FakeRequest request = FakeRequest.get("/auth/login");
            FakeResponse response = new FakeResponse();
            Route route = Objects.requireNonNull(runtime.routes().find(request.servlet()));

            route.handle(request.servlet(), response.servlet());

            assertThat(Parameters.ofQuery(response.header("Location")))
                    .containsEntry("audience", "https://api.example")
                    .containsEntry("redirect_uri", "http://localhost:8080/auth/callback");
        }
    }

    @ParameterizedTest
    @CsvSource({"query, Lax", "form_post, None"})
    @Tag("AR-05")
    void routeWhenTheApplicationIsReachedByHttpsThenTheLoginIsBoundToTheBrowser(String mode, String sameSite)
            throws Exception {
        Auth0Config config = TestConfigs.login(provider)
                .with("auth0.app-base-url", "https://app.example")
                .with("auth0.response-mode", mode)
                .read();
        try (Auth0Runtime runtime = new Auth0Runtime(config, true)) {
            FakeRequest request = FakeRequest.get("/auth/login").origin("https", "app.example", 443);
            FakeResponse response = new FakeResponse();

            Objects.requireNonNull(runtime.routes().find(request.servlet()))
                    .handle(request.servlet(), response.servlet());

            assertThat(response.setCookies())
                    .singleElement()
                    .asString()
                    .startsWith("__Host-__txn_")
                    .contains("; Path=/; Max-Age=600; ", "; Secure", "; HttpOnly", "; SameSite=" + sameSite)
                    .doesNotContain("Domain");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/login", "/auth/callback?code=c&state=s"})
    void routeWhenNobodyLooksAtTheAnswerThenNothingComesOfIt(String path) throws Exception {
        try (Auth0Runtime runtime = new Auth0Runtime(loginAndApi(), true)) {
            FakeRequest head = FakeRequest.of("HEAD", path);
            FakeResponse notAllowed = new FakeResponse();
            Objects.requireNonNull(runtime.routes().find(head.servlet())).handle(head.servlet(), notAllowed.servlet());
            assertThat(notAllowed.status()).isEqualTo(405);

            FakeRequest prefetch = FakeRequest.get(path).header("Sec-Purpose", "prefetch");
            FakeResponse nothing = new FakeResponse();
            Objects.requireNonNull(runtime.routes().find(prefetch.servlet()))
                    .handle(prefetch.servlet(), nothing.servlet());
            assertThat(nothing.status()).isEqualTo(204);
            assertThat(provider.received(FakeAuthorizationServer.METADATA)).isEmpty();
        }
    }

    /** Both routes have to use the same transaction cookies. */
    @Test
    void routeWhenTheAnswerIsAnErrorThenTheLoginOfTheSameCookieIsFound() throws Exception {
        try (Auth0Runtime runtime = new Auth0Runtime(loginAndApi(), true)) {
            Browser browser = new Browser();
            FakeResponse begun = new FakeResponse();
            FakeRequest login = FakeRequest.get("/auth/login");
            Objects.requireNonNull(runtime.routes().find(login.servlet())).handle(login.servlet(), begun.servlet());
            browser.receive(begun.setCookies());
            String state = Parameters.ofQuery(begun.header("Location")).get("state");

            FakeResponse ended = new FakeResponse();
            FakeRequest callback = FakeRequest.get("/auth/callback?error=access_denied&state=" + state)
                    .cookies(browser.cookies());
            Objects.requireNonNull(runtime.routes().find(callback.servlet()))
                    .handle(callback.servlet(), ended.servlet());

            assertThat(ended.body()).contains("login.denied");
        }
    }

    @Test
    void challengeWhenAPersonAsksThenToTheLoginAndBack() {
        try (Auth0Runtime runtime = new Auth0Runtime(loginAndApi(), true)) {
            FakeResponse response = new FakeResponse();
            assertThat(challenge(runtime, page("/page"), response, false)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
            assertThat(response.status()).isEqualTo(302);
            assertThat(challenge(runtime, page("/page"), new FakeResponse(), true))
                    .isEqualTo(AuthenticationStatus.SEND_CONTINUE);
        }
    }

    @Test
    @Tag("AC-19")
    void challengeWhenAProgramAsksThen401() {
        try (Auth0Runtime runtime = new Auth0Runtime(loginAndApi(), true)) {
            FakeResponse response = new FakeResponse();
            FakeRequest request = FakeRequest.of("POST", "/page").header("Accept", "text/html");
            assertThat(challenge(runtime, request, response, false)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
            assertThat(response.status()).isEqualTo(401);
            String metadata = ", resource_metadata=\"http://localhost:8080/.well-known/oauth-protected-resource\"";
            assertThat(response.headers("WWW-Authenticate"))
                    .containsExactly("Bearer realm=\"api\"" + metadata, "DPoP algs=\"ES256\"" + metadata);
        }
    }

    @Test
    void challengeWhenTheRequestDoesNotTellThenWhatWasAskedForDoes() {
        try (Auth0Runtime runtime = new Auth0Runtime(loginAndApi(), true)) {
            FakeRequest request = FakeRequest.get("/x").header("Accept", "*/*");
            assertThat(runtime.challenger().redirects(request.servlet(), true)).isTrue();
            assertThat(runtime.challenger().redirects(request.servlet(), false)).isFalse();
        }
    }

    @Test
    void runtimeWhenPureApiThenNoRoutesNoSessionsAndNeverARedirect() {
        try (Auth0Runtime runtime = new Auth0Runtime(TestConfigs.api().read(), true)) {
            FakeResponse response = new FakeResponse();
            assertThat(runtime.accessTokens()).isNull();
            assertThat(runtime.routes().find(FakeRequest.get("/auth/login").servlet()))
                    .isNull();
            assertThat(runtime.sessionCaller(FakeRequest.get("/").servlet(), response.servlet()))
                    .isNull();
            assertThat(challenge(runtime, page("/page"), response, false)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
            assertThat(response.status()).isEqualTo(401);
        }
    }

    @Test
    void accessTokenStoreWhenTheTokenIsGarbageThenInvalid() {
        try (Auth0Runtime runtime = new Auth0Runtime(loginAndApi(), true)) {
            assertThat(Objects.requireNonNull(runtime.accessTokenStore())
                            .validate(new AccessTokenCredential("garbage"))
                            .getStatus())
                    .isEqualTo(Status.INVALID);
        }
    }

    @Test
    void runtimeWhenLoginOnlyThenNoAccessTokensAreTaken() {
        try (Auth0Runtime runtime = new Auth0Runtime(TestConfigs.login(provider).read(), false)) {
            assertThat(runtime.accessTokenStore()).isNull();
            assertThat(runtime.isMechanismActive()).isFalse();
        }
    }

    @Test
    void dropCachesWhenCalledThenMetadataIsFetchedAnew() {
        try (Auth0Runtime runtime = new Auth0Runtime(loginAndApi(), true)) {
            for (int i = 0; i < 3; i++) {
                runtime.dropCaches();
                challenge(runtime, page("/page"), new FakeResponse(), false);
                challenge(runtime, page("/page"), new FakeResponse(), false);
            }
            assertThat(provider.received(FakeAuthorizationServer.METADATA)).hasSize(3);
        }
    }
}
