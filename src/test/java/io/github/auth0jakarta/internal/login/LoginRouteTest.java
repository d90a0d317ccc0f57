package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.BrowserUrl;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.Parameters;
import io.github.auth0jakarta.testing.ReturnToCorpus;
import io.github.auth0jakarta.testing.TestJwts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link LoginRoute} and {@link LoginStart}. */
class LoginRouteTest {
    private final LoginFlow flow = new LoginFlow();

    @AfterEach
    void stop() {
        flow.close();
    }

    private FakeResponse visit(FakeRequest request) {
        return flow.visit(flow.loginRoute, request);
    }

    @Test
    @Tag("AR-01")
    @Tag("AR-02")
    @Tag("AR-18")
    @Tag("HC-04")
    void handleWhenVisitedThenToTheProviderWithACookieThatMatches() {
        FakeResponse response = visit(FakeRequest.get("/auth/login"));

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("Location")).startsWith(flow.provider.at("/authorize?"));
        assertThat(response.isNoStore()).isTrue();
        assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.header("Access-Control-Allow-Origin")).isNull();
        assertThat(response.setCookies())
                .singleElement()
                .asString()
                .contains("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax");
        LoginFlow.Asked asked = LoginFlow.asked(response);
        Transaction transaction = flow.transaction(asked);
        assertThat(asked.parameters())
                .containsEntry("response_type", "code")
                .containsEntry("nonce", transaction.nonce())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry(
                        "code_challenge",
                        Pkce.ofVerifier(Objects.requireNonNull(transaction.codeVerifier()))
                                .challenge())
                .containsEntry("redirect_uri", LoginFlow.APP + "/auth/callback");
        assertThat(transaction.startedAt()).isEqualTo(flow.time.instant());
        assertThat(transaction.afterwards().returnTo()).isEqualTo(LoginFlow.APP + "/");
    }

    @Test
    void handleWhenVisitedAgainThenNothingIsUsedTwice() {
        Set<String> values = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            Transaction transaction = flow.transaction(flow.begin("/auth/login"));
            values.addAll(List.of(transaction.state(), transaction.nonce(), transaction.codeVerifier()));
        }
        assertThat(values).hasSize(12).allMatch(value -> value.length() == 43);
    }

    @ParameterizedTest
    @CsvSource({
        "/page%3Fa%3Db,                /page?a=b",
        "https://evil.example/,        /",
        "//evil.example,               /",
        "/%5C%5Cevil.example,          /",
        "/auth/login,                  /",
        "/auth/callback,               /",
        "/auth/logout,                 /",
        "'',                           /",
    })
    @Tag("OR-11")
    void handleWhenReturnToIsGivenThenKeptWhereItIsSafe(String returnTo, String expected) {
        LoginFlow.Asked asked = flow.begin("/auth/login?returnTo=" + returnTo);
        assertThat(flow.transaction(asked).afterwards().returnTo()).isEqualTo(LoginFlow.APP + expected);
    }

    @Test
    void handleWhenReturnToComesTwiceThenRefused() {
        FakeResponse response = visit(FakeRequest.get("/auth/login?returnTo=/a&returnTo=/b"));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("login.options_invalid");
    }

    @Test
    void handleWhenTheQueryHasProtocolParametersThenTheyDoNotReachTheProvider() {
        LoginFlow.Asked asked =
                flow.begin("/auth/login?redirect_uri=https://evil.example&state=x&scope=y&prompt=none&connection=z");
        assertThat(asked.parameters())
                .containsEntry("redirect_uri", LoginFlow.APP + "/auth/callback")
                .doesNotContainKeys("prompt", "connection")
                .doesNotContainValue("x")
                .doesNotContainValue("y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "POST", "PUT", "OPTIONS"})
    void handleWhenNotGetThenNotAllowed(String method) {
        FakeResponse response = visit(FakeRequest.of(method, "/auth/login"));
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("GET");
        assertThat(response.setCookies()).isEmpty();
    }

    @Test
    void handleWhenPrefetchedThenNothingHappens() {
        FakeResponse response = visit(FakeRequest.get("/auth/login").header("Sec-Purpose", "prefetch;prerender"));
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.isNoStore()).isTrue();
        assertThat(response.setCookies()).isEmpty();
        assertThat(flow.provider.received(FakeAuthorizationServer.METADATA)).isEmpty();
    }

    @Test
    void handleWhenTheProviderIsDownThenAPageThatSaysSoAndNoCookie() {
        flow.provider.close();
        FakeResponse response = visit(FakeRequest.get("/auth/login"));
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.body()).contains("transport.failed");
        assertThat(response.header("Location")).isNull();
        assertThat(response.setCookies()).isEmpty();
    }

    @Test
    void handleWhenTheMetadataIsPoisonedThenNobodyIsSentThere() {
        Map<String, Object> poisoned = flow.provider.metadataDocument();
        poisoned.put("authorization_endpoint", "https://evil.example/authorize");
        flow.provider.on(FakeAuthorizationServer.METADATA, Reply.json(poisoned));
        FakeResponse response = visit(FakeRequest.get("/auth/login"));
        assertThat(response.status()).isEqualTo(502);
        assertThat(response.header("Location")).isNull();
    }

    @Test
    void handleWhenTheOriginIsNotListedThenRefused() {
        try (LoginFlow several =
                new LoginFlow(List.of(URI.create("http://localhost:8080"), URI.create("https://app.example")))) {
            FakeResponse response = several.visit(
                    several.loginRoute, FakeRequest.get("/auth/login").origin("https", "evil.example", 443));
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).contains("login.origin_unknown");
            assertThat(response.setCookies()).isEmpty();

            FakeResponse listed = several.visit(
                    several.loginRoute, FakeRequest.get("/auth/login").origin("https", "app.example", 443));
            assertThat(Parameters.ofQuery(listed.header("Location")))
                    .containsEntry("redirect_uri", "https://app.example/auth/callback");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "/%09/evil.example", "/%5Cevil.example"})
    @Tag("OR-03")
    void beginAndComeBackWhenThePathNamesAnotherHostThenTheBrowserStays(String path) throws IOException {
        FakeResponse response = new FakeResponse();
        flow.start.beginAndComeBack(FakeRequest.get(path).servlet(), response.servlet());
        flow.browser.receive(response.setCookies());
        assertThat(flow.transaction(LoginFlow.asked(response)).afterwards().returnTo())
                .startsWith(LoginFlow.APP + "/");
    }

    @Test
    void beginAndComeBackWhenAPageIsProtectedThenBackToThatVeryPage() throws IOException {
        FakeResponse response = new FakeResponse();
        flow.start.beginAndComeBack(FakeRequest.get("/page;v=1/a%20b?c=d&e=%26").servlet(), response.servlet());
        flow.browser.receive(response.setCookies());
        assertThat(flow.transaction(LoginFlow.asked(response)).afterwards().returnTo())
                .isEqualTo(LoginFlow.APP + "/page;v=1/a%20b?c=d&e=%26");
    }

    @Test
    @Tag("AR-09")
    @Tag("AR-10")
    void handleWhenTheQueryHasEverythingThenOnlyWhatIsListedPassesAndEachParameterOnce() {
        LoginFlow.Asked asked =
                flow.begin("/auth/login?client_id=x&redirect_uri=https://evil.example&response_type=token"
                        + "&response_mode=fragment&state=a&nonce=b&code_challenge=c&code_challenge_method=plain&request=r"
                        + "&request_uri=u&dpop_jkt=j&client_secret=s&scope=admin&audience=https://other&max_age=0&prompt=none"
                        + "&acr_values=z&ui_locales=de%20en&login_hint=ada%40example.com&screen_hint=signup"
                        + "&organization=org_1&invitation=t");
        assertThat(asked.parameters())
                .containsEntry("ui_locales", "de en")
                .containsEntry("login_hint", "ada@example.com")
                .containsEntry("screen_hint", "signup")
                .containsEntry("organization", "org_1")
                .containsEntry("invitation", "t")
                .containsEntry("client_id", TestJwts.CLIENT_ID)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid profile email offline_access")
                .hasSize(13);
        assertThat(flow.transaction(asked).request().expectations().organization())
                .isEqualTo("org_1");
    }

    @Test
    @Tag("AR-11")
    @Tag("OR-12")
    void handleWhenAValueTriesToBreakOutThenItIsOneEncodedParameter() {
        LoginFlow.Asked asked =
                flow.begin("/auth/login?login_hint=a%26scope%3Dadmin%23x%0d%0a&returnTo=/x%26scope%3Dadmin");
        assertThat(asked.parameters())
                .containsEntry("login_hint", "a&scope=admin#x\r\n")
                .containsEntry("scope", "openid profile email offline_access")
                .hasSize(9);
    }

    @Test
    @Tag("AR-10")
    void handleWhenFurtherParametersAreAllowedThenTheyPassAndAreChecked() {
        try (LoginFlow allowing = new LoginFlow(
                settings -> settings.with("auth0.login.allowed-parameters", "scope, max_age, connection"))) {
            LoginFlow.Asked asked = allowing.begin("/auth/login?scope=email&max_age=60&connection=github&login_hint=x");
            assertThat(asked.parameters())
                    .containsEntry("scope", "openid email")
                    .containsEntry("max_age", "60")
                    .containsEntry("connection", "github")
                    .doesNotContainKey("login_hint");
            assertThat(allowing.transaction(asked).request().expectations().maxAge())
                    .hasSeconds(60);
            FakeResponse response = allowing.visit(allowing.loginRoute, FakeRequest.get("/auth/login?max_age=-1"));
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.setCookies()).isEmpty();
        }
    }

    /** A link must not lead to another organization than the one that the application is for. */
    @Test
    void handleWhenTheOrganizationIsConfiguredThenALinkCannotChangeIt() {
        try (LoginFlow ofOrganization = new LoginFlow(settings -> settings.with("auth0.organization", "org_1"))) {
            assertThat(ofOrganization.begin("/auth/login?organization=org_2").parameters())
                    .containsEntry("organization", "org_1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "challengeMode=iframe",
                "login_hint=a&login_hint=b",
                "login_hint=%zz",
                "returnTo=%",
                "invitation=t",
            })
    @Tag("OR-09")
    void handleWhenTheLinkIsMalformedThenRefused(String query) {
        FakeResponse response = visit(FakeRequest.get("/auth/login?" + query));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("login.options_invalid");
        assertThat(response.isNoStore()).isTrue();
        assertThat(response.setCookies()).isEmpty();
    }

    @Test
    @Tag("OR-09")
    void handleWhenTheLinkIsTooLongThenRefused() {
        assertThat(visit(FakeRequest.get("/auth/login?returnTo=/" + "a".repeat(20_000)))
                        .status())
                .isEqualTo(400);
        assertThat(visit(FakeRequest.get("/auth/login?login_hint=" + "a".repeat(2_049)))
                        .status())
                .isEqualTo(400);
    }

    /** OpenID Connect Core, 4. */
    @Test
    void handleWhenAnotherSiteBeginsTheLoginThenOnlyAtOurProvider() {
        LoginFlow.Asked asked = flow.begin("/auth/login?iss=" + flow.provider.issuer() + "&target_link_uri=/target");
        assertThat(asked.parameters()).doesNotContainKey("iss");
        assertThat(flow.transaction(asked).afterwards().returnTo()).isEqualTo(LoginFlow.APP + "/target");

        FakeResponse response = visit(FakeRequest.get("/auth/login?iss=https://evil.example/"));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("login.issuer_mismatch");
    }

    @ParameterizedTest
    @CsvSource({
        "no-cors,  image",
        "navigate, iframe",
        "navigate, frame",
        "cors,     empty",
        "navigate, object",
    })
    @Tag("CS-11")
    void handleWhenAPageHasItComeWithoutANavigationThenRefused(String mode, String destination) {
        FakeResponse response = visit(FakeRequest.get("/auth/login")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", mode)
                .header("Sec-Fetch-Dest", destination));
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.body()).contains("login.not_a_navigation");
        assertThat(response.setCookies()).isEmpty();
        assertThat(response.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    @Tag("CS-11")
    void handleWhenAnotherSiteLinksHereThenTheLoginBegins() {
        assertThat(visit(FakeRequest.get("/auth/login")
                                .header("Sec-Fetch-Site", "cross-site")
                                .header("Sec-Fetch-Mode", "navigate")
                                .header("Sec-Fetch-Dest", "document"))
                        .status())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "X-Forwarded-Host", "Forwarded", "X-Forwarded-Proto", "X-Original-Host"})
    @Tag("AR-07")
    void handleWhenAHeaderNamesAnotherHostThenTheConfiguredOneIsSent(String header) {
        FakeResponse response = visit(FakeRequest.get("/auth/login")
                .header(header, "host=evil.example")
                .header(header, "evil.example")
                .origin("http", "evil.example", 80));
        assertThat(LoginFlow.asked(response).parameters())
                .containsEntry("redirect_uri", LoginFlow.APP + "/auth/callback");
        assertThat(response.header("Location")).doesNotContain("evil");
    }

    @Test
    @Tag("AR-20")
    void handleWhenOrdinaryThenTheAddressIsShort() {
        FakeResponse response = visit(FakeRequest.get(
                "/auth/login?login_hint=somebody@example.com&organization=org_1234567890&ui_locales=de&returnTo=/"
                        + "a".repeat(2_000)));
        assertThat(response.header("Location")).hasSizeLessThan(1_024);
    }

    @Test
    @Tag("AR-12")
    void handleWhenRequestsArePushedThenOnlyTheReferenceIsInTheAddress() {
        try (LoginFlow pushing =
                new LoginFlow(settings -> settings.with("auth0.pushed-authorization-requests", "true"))) {
            pushing.provider.on(
                    FakeAuthorizationServer.PAR,
                    new Reply(201, "application/json", "{\"request_uri\":\"urn:x:1\",\"expires_in\":30}"));
            FakeResponse response = pushing.visit(pushing.loginRoute, FakeRequest.get("/auth/login?login_hint=ada"));
            assertThat(LoginFlow.asked(response).parameters())
                    .isEqualTo(Map.of("client_id", TestJwts.CLIENT_ID, "request_uri", "urn:x:1"));
            assertThat(pushing.provider.received(FakeAuthorizationServer.PAR))
                    .singleElement()
                    .satisfies(pushed -> assertThat(pushed.form())
                            .containsEntry("login_hint", "ada")
                            .containsEntry("response_type", "code"));

            pushing.provider.on(FakeAuthorizationServer.PAR, Reply.error(400, "invalid_request"));
            FakeResponse refused = pushing.visit(pushing.loginRoute, FakeRequest.get("/auth/login"));
            assertThat(refused.status()).isEqualTo(502);
            assertThat(refused.header("Location")).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("unsafe")
    @Tag("OR-01")
    @Tag("OR-02")
    void handleWhenReturnToIsUnsafeThenTheWholeLoginStaysOnTheOrigin(String unsafe) {
        assertThat(BrowserUrl.absolute(LoginFlow.APP + "/auth/callback")
                        .resolve(placeAfterLogin(unsafe))
                        .orElseThrow()
                        .origin())
                .isEqualTo(LoginFlow.APP);
    }

    @ParameterizedTest
    @MethodSource("safe")
    @Tag("OR-06")
    void handleWhenReturnToIsSafeThenTheWholeLoginComesBackThere(String safe) {
        assertThat(placeAfterLogin(safe)).isEqualTo(LoginFlow.APP + safe);
    }

    private String placeAfterLogin(String returnTo) {
        FakeResponse begun =
                visit(FakeRequest.get("/auth/login?returnTo=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8)));
        if (begun.status() == 400) {
            return LoginFlow.APP;
        }
        LoginFlow.Asked asked = LoginFlow.asked(begun);
        flow.issue(flow.idToken(asked.nonce()));
        FakeResponse ended = flow.callback("code=c&state=" + asked.state());
        assertThat(ended.status()).isEqualTo(302);
        return ended.header("Location");
    }

    @Test
    @Tag("OR-07")
    void handleWhenOtherOriginsAreAllowedThenExactlyThose() {
        try (LoginFlow allowing = new LoginFlow(settings -> settings.with("auth0.app-base-url", "https://app.example")
                .with("auth0.allowed-return-to-origins", "https://b.example")
                .with("auth0.login.default-return-to", "/home"))) {
            assertThat(returnTo(allowing, "https://b.example/x")).isEqualTo("https://b.example/x");
            for (String other : List.of(
                    "https://b.example.evil.example/",
                    "http://b.example/",
                    "https://b.example:444/",
                    "https://b.example@evil.example/",
                    "")) {
                assertThat(returnTo(allowing, other)).isEqualTo("https://app.example/home");
            }
        }
    }

    private static String returnTo(LoginFlow flow, String place) {
        return flow.transaction(flow.begin("/auth/login?returnTo=" + URLEncoder.encode(place, StandardCharsets.UTF_8)))
                .afterwards()
                .returnTo();
    }

    @Test
    @Tag("CB-28")
    void handleWhenVisitedTwoHundredTimesThenTheCookiesStayFew() {
        for (int i = 0; i < 200; i++) {
            flow.begin("/auth/login?returnTo=/" + "a".repeat(1_500));
        }
        assertThat(flow.transactionsInFlight()).hasSizeLessThanOrEqualTo(4);
        assertThat(flow.browser.cookies().pairs().stream()
                        .mapToInt(cookie ->
                                cookie.getKey().length() + cookie.getValue().length() + 3)
                        .sum())
                .isLessThan(8 * 1024);
        flow.logIn();
        assertThat(flow.session()).isPresent();
    }

    static List<String> unsafe() {
        return ReturnToCorpus.UNSAFE;
    }

    static List<String> safe() {
        return ReturnToCorpus.SAFE;
    }
}
