package io.github.auth0jakarta.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Fault;
import io.github.auth0jakarta.tenant.LoggedRequest;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tokens of a session in cookies, at a provider that rotates refresh tokens, takes each of them once and allows no grace
 * period: one that comes twice ends all that was made of the same login.
 */
class RefreshIT extends ClientTest {
    private static final String TOKEN = APP + "/page/token";
    private static final String REPORTS = "audience=" + encoded(Demo.REPORTS_AUDIENCE);
    private static final String ROUTE = APP + "/auth/access-token";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.routes.access-token", "/auth/access-token")
                .with("auth0.audience-scopes", Demo.REPORTS_AUDIENCE + " read:reports")
                .with("auth0.http.timeout", "3s")
                .with(LateTokenServlet.class)
                .build();
    }

    @AfterEach
    void issueLongLivedTokensAgain() {
        tenant.settings().accessTokenLifetime(Duration.ofHours(24));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** Logs in; the access token of the login is about to end, which counts as ended. */
    private void logInWithAnEndingToken() {
        tenant.settings().accessTokenLifetime(Duration.ofSeconds(30));
        logInAsAlice(browser);
        tenant.settings().accessTokenLifetime(Duration.ofHours(1));
    }

    private List<LoggedRequest> refreshes() {
        return tenant.requests().to("/oauth/token").stream()
                .filter(request -> "refresh_token".equals(request.parameter("grant_type")))
                .toList();
    }

    private List<Answer> atOnce(List<String> addresses) throws Exception {
        List<Callable<Answer>> requests = new ArrayList<>();
        for (String address : addresses) {
            HttpBrowser tab = browser.copy();
            requests.add(() -> tab.visit(address));
        }
        return ParallelRequests.send(requests);
    }

    private static List<String> hundred(String... addresses) {
        return Stream.generate(() -> Arrays.stream(addresses))
                .flatMap(each -> each)
                .limit(100)
                .toList();
    }

    private static String code(Answer answer) {
        return answer.json().getString("code");
    }

    @Test
    @Tag("F-11")
    @Tag("TC-06")
    @Tag("TC-07")
    void hundredParallelRequestsAreOneRefreshAndTheSessionLives() throws Exception {
        logInWithAnEndingToken();

        List<Answer> answers = atOnce(hundred(TOKEN));

        assertThat(answers).hasSize(100).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.json().getString("sha256"))
                .containsOnly(answers.get(0).json().getString("sha256"));
        assertThat(refreshes()).extracting(LoggedRequest::status).containsExactly(200);
        // This browser still has the cookie of before; the rotated refresh token works, so the old one came once only.
        assertThat(browser.visit(TOKEN + "?" + REPORTS).status()).isEqualTo(200);
        assertThat(refreshes()).extracting(LoggedRequest::status).containsExactly(200, 200);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    @Tag("F-11")
    @Tag("TC-07")
    void parallelRequestsForSeveralApisUseEachRefreshTokenOnce() throws Exception {
        logInWithAnEndingToken();

        List<Answer> answers = atOnce(hundred(TOKEN, TOKEN + "?" + REPORTS, APP + "/page", TOKEN + "?scope=openid"));

        assertThat(answers)
                .filteredOn(answer -> answer.uri().getPath().endsWith("/token"))
                .hasSize(75)
                .extracting(Answer::status)
                .containsOnly(200);
        // A refresh for all scopes of the login serves who wants one of them; the other way round it does not.
        assertThat(refreshes()).hasSizeBetween(2, 3);
        assertThat(refreshes()).extracting(LoggedRequest::status).containsOnly(200);
        assertThat(refreshes())
                .extracting(request -> request.parameter("refresh_token"))
                .doesNotHaveDuplicates();
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    void anotherApiIsAskedForByAudienceAndConfiguredScopes() {
        logInAsAlice(browser);

        JsonObject token = browser.visit(TOKEN + "?" + REPORTS).json();

        assertThat(token.getString("audience")).isEqualTo(Demo.REPORTS_AUDIENCE);
        assertThat(token.getString("scope")).isEqualTo("read:reports");
        assertThat(refreshes()).singleElement().satisfies(request -> {
            assertThat(request.parameter("audience")).isEqualTo(Demo.REPORTS_AUDIENCE);
            assertThat(request.parameter("scope")).isEqualTo("read:reports");
        });
        assertThat(browser.visit(TOKEN + "?" + REPORTS + "&scope=read%3Areports")
                        .json()
                        .getString("sha256"))
                .isEqualTo(token.getString("sha256"));
        assertThat(browser.visit(TOKEN).json().getString("sha256")).isNotEqualTo(token.getString("sha256"));
        assertThat(refreshes()).hasSize(1);
    }

    @Test
    void whenLessIsGrantedThanIsNeededThenItIsSaid() {
        logInAsAlice(browser);

        Answer answer = browser.visit(TOKEN + "?" + REPORTS + "&scope=write%3Areports");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo("session.scopes_missing");
        assertThat(browser.visit(TOKEN + "?" + REPORTS).status()).isEqualTo(200);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    @Tag("TC-05")
    void whenTheRefreshTokenIsRefusedThenTheSessionEnds() {
        logInAsAlice(browser);
        HttpBrowser copy = browser.copy();
        tenant.faults().inject("/oauth/token", Fault.error(403, "invalid_grant"));

        Answer answer = browser.visit(TOKEN + "?" + REPORTS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo("server.invalid_grant");
        assertThat(browser.cookies().startingWith(SESSION_COOKIE)).isEmpty();
        assertAnonymous(browser);
        assertAnonymous(copy);
    }

    static Stream<Fault> outages() {
        return Stream.of(
                Fault.status(500),
                Fault.status(503),
                Fault.tooManyRequests(Duration.ofSeconds(1)),
                Fault.dropConnection(),
                Fault.garbage(),
                Fault.error(401, "invalid_client"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    @Tag("TC-05")
    void whenTheProviderFailsOtherwiseThenTheSessionLives(Fault fault) {
        logInAsAlice(browser);
        tenant.faults().inject("/oauth/token", fault);

        Answer answer = browser.visit(TOKEN + "?" + REPORTS);
        forget();

        assertThat(answer.status()).isEqualTo(502);
        assertCaller(browser, Demo.ALICE_SUB);
        assertThat(browser.visit(TOKEN + "?" + REPORTS).status()).isEqualTo(200);
    }

    @Test
    @Tag("TC-05")
    void whenTheProviderIsTooSlowThenTheSessionLives() throws InterruptedException {
        logInAsAlice(browser);
        tenant.faults().inject("/oauth/token", Fault.delay(Duration.ofSeconds(30)), 1);

        Answer answer = browser.visit(TOKEN + "?" + REPORTS);

        assertThat(answer.status()).isEqualTo(504);
        assertThat(code(answer)).isEqualTo("transport.timeout");
        assertCaller(browser, Demo.ALICE_SUB);
        tenant.faults().clear();
        tenant.requests().await("/oauth/token", 2, PATIENCE);
    }

    @Test
    @Tag("F-09")
    void whenTheProviderIsDownThenATokenIsUsedToItsEndAndNobodyIsLoggedOut() {
        tenant.settings().accessTokenLifetime(Duration.ofSeconds(4));
        logInAsAlice(browser);
        Instant ended = Instant.now().plusSeconds(4);
        tenant.faults().inject("/oauth/token", Fault.status(503));

        Answer answer = browser.visit(TOKEN);
        assertThat(answer.status()).isEqualTo(200);
        while (answer.status() == 200) {
            answer = browser.visit(TOKEN);
            assertThat(Instant.now()).isBefore(ended.plus(PATIENCE));
        }

        assertThat(answer.status()).isEqualTo(502);
        // Back-off: hundreds of requests were made meanwhile.
        assertThat(refreshes()).hasSizeLessThanOrEqualTo(6);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @ParameterizedTest
    @CsvSource({"sub, auth0|mallory", "iss, https://other.example/", "aud, other-client"})
    @Tag("IT-19")
    @Tag("F-46")
    void whenTheRefreshIsOfSomebodyElseThenNothingOfItIsUsed(String claim, String value) {
        logInWithAnEndingToken();
        tenant.hooks().nextIdToken(token -> token.claim(claim, value));

        Answer answer = browser.visit(TOKEN);

        assertThat(answer.status()).isEqualTo(502);
        assertCaller(browser, Demo.ALICE_SUB);
        // The tokens that came with it are given back.
        assertThat(tenant.requests().count("/oauth/revoke")).isEqualTo(1);
    }

    @Test
    void whenTheAccessTokenIsOpaqueThenItIsPassedOnAsItIs() throws NoSuchAlgorithmException {
        logInAsAlice(browser);
        tenant.hooks().nextTokenResponse(response -> {
            response.put("access_token", "opaque.token-~1");
            return response;
        });

        Answer answer = browser.visit(TOKEN + "?" + REPORTS);

        byte[] expected = MessageDigest.getInstance("SHA-256").digest("opaque.token-~1".getBytes(UTF_8));
        assertThat(answer.json().getString("sha256")).isEqualTo(HexFormat.of().formatHex(expected));
    }

    /** A refresh that the provider has carried out and whose answer waits until the test lets it go. */
    private final class WaitingRefresh {
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch answered = new CountDownLatch(1);
        private final CompletableFuture<Object> refreshToken = new CompletableFuture<>();
        private final CompletableFuture<Answer> page;

        WaitingRefresh(HttpBrowser visitor) throws InterruptedException {
            tenant.hooks().nextTokenResponse(response -> {
                refreshToken.complete(response.get("refresh_token"));
                arrived.countDown();
                await(answered);
                return response;
            });
            page = CompletableFuture.supplyAsync(() -> visitor.visit(TOKEN + "?" + REPORTS));
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        }

        Answer letGo() {
            answered.countDown();
            return page.join();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    @Tag("LO-10")
    void aLogoutDuringARefreshWins() throws InterruptedException {
        logInAsAlice(browser);
        HttpBrowser tab = browser.copy();
        WaitingRefresh refresh = new WaitingRefresh(tab);

        browser.visit(APP + "/auth/logout");
        Answer answer = refresh.letGo();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo("session.missing");
        assertAnonymous(browser);
        assertAnonymous(tab);
        assertRevoked(refresh);
    }

    private void assertRevoked(WaitingRefresh refresh) {
        assertThat(tenant.requests().to("/oauth/revoke"))
                .extracting(request -> request.parameter("token"))
                .contains((String) refresh.refreshToken.join());
    }

    @Test
    @Tag("LO-10")
    @Tag("BL-19")
    void aBackchannelLogoutDuringARefreshWins() throws InterruptedException {
        logInAsAlice(browser);
        String sid = sid(browser);
        WaitingRefresh refresh = new WaitingRefresh(browser);

        assertThat(logOutByTheProvider(sid).status()).isEqualTo(200);
        Answer answer = refresh.letGo();

        assertThat(answer.status()).isEqualTo(401);
        assertAnonymous(browser);
        assertRevoked(refresh);
    }

    private Answer logOutByTheProvider(String sid) {
        String token =
                tenant.tokens().logoutToken(Demo.ALICE_SUB, Demo.CLIENT_ID, sid).sign();
        return new HttpBrowser()
                .post(RequestKind.PROGRAM, APP + "/auth/backchannel-logout", Map.of("logout_token", token));
    }

    @Test
    @Tag("BL-19")
    void aRefreshTokenIsNotUsedAfterABackchannelLogout() {
        logInWithAnEndingToken();
        assertThat(logOutByTheProvider(sid(browser)).status()).isEqualTo(200);

        assertThat(browser.visit(TOKEN).status()).isEqualTo(302);
        assertThat(browser.get(RequestKind.FETCH, ROUTE).status()).isEqualTo(401);
        assertThat(refreshes()).isEmpty();
    }

    @Test
    void whenTheAnswerHasBegunThenNoRefreshTokenIsSpentInVain() {
        logInAsAlice(browser);

        Answer answer = browser.visit(APP + "/page/late-token?" + REPORTS);

        assertThat(answer.body()).isEqualTo("begun, session.not_writable");
        assertThat(refreshes()).isEmpty();
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    void theRouteGivesAScriptOfTheApplicationAToken() {
        logInAsAlice(browser);

        Answer answer = browser.get(RequestKind.FETCH, ROUTE + "?" + REPORTS + "&scope=read%3Areports");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
        JsonObject body = answer.json();
        assertThat(body.keySet()).containsExactlyInAnyOrder("token", "scope", "expires_at", "expires_in", "token_type");
        assertThat(body.getString("token").split("\\.")).hasSize(3);
        assertThat(body.getString("scope")).isEqualTo("read:reports");
        assertThat(body.getString("token_type")).isEqualTo("Bearer");
        assertThat(body.getInt("expires_in")).isBetween(1, 24 * 3600);
        assertThat(Instant.ofEpochSecond(body.getInt("expires_at"))).isAfter(Instant.now());
        assertThat(browser.get(RequestKind.XHR, ROUTE).status()).isEqualTo(200);
    }

    @Test
    void theRouteTellsAScriptWhyThereIsNoToken() {
        assertError(browser.get(RequestKind.FETCH, ROUTE), 401, "session.missing");
        logInAsAlice(browser);
        assertError(
                browser.get(RequestKind.FETCH, ROUTE + "?" + REPORTS + "&scope=write%3Areports"),
                403,
                "session.scopes_missing");
        tenant.faults().inject("/oauth/token", Fault.error(403, "invalid_grant"));
        assertError(browser.get(RequestKind.FETCH, ROUTE + "?scope=read%3Aorders"), 401, "server.invalid_grant");
        assertAnonymous(browser);
    }

    private static void assertError(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        JsonObject error = answer.json().getJsonObject("error");
        assertThat(error.getString("code")).isEqualTo(code);
        assertThat(error.getString("message")).isNotBlank();
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void theRouteIsForScriptsOfTheSameOriginOnly() {
        logInWithAnEndingToken();

        assertForbidden(browser.visit(ROUTE));
        assertForbidden(browser.get(RequestKind.PREFETCH, ROUTE));
        assertForbidden(browser.get(RequestKind.PROGRAM, ROUTE));
        assertForbidden(browser.get(RequestKind.FETCH, ROUTE, Map.of("Sec-Fetch-Site", "cross-site")));
        assertForbidden(browser.get(RequestKind.FETCH, ROUTE, Map.of("Sec-Fetch-Site", "same-site")));
        assertForbidden(browser.get(RequestKind.FETCH, ROUTE, Map.of("Origin", "https://other.example")));
        assertThat(browser.request("POST", RequestKind.FETCH, ROUTE).status()).isEqualTo(405);

        assertThat(refreshes()).isEmpty();
    }

    private static void assertForbidden(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("eyJ");
    }

    @Test
    void theProfileIsThatOfTheRefreshedIdToken() {
        logInWithAnEndingToken();
        tenant.hooks().nextIdToken(token -> token.claim("name", "Alice Renamed"));
        browser.visit(TOKEN);

        JsonObject profile =
                browser.get(RequestKind.FETCH, APP + "/auth/profile").json();

        assertThat(profile.getString("sub")).isEqualTo(Demo.ALICE_SUB);
        assertThat(profile.getString("name")).isEqualTo("Alice Renamed");
        assertThat(profile.keySet()).doesNotContain("iss", "aud", "exp", "iat", "nonce", "sid", "at_hash");
    }
}
