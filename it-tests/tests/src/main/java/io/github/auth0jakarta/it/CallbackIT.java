package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.it.browser.SetCookie;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Fault;
import io.github.auth0jakarta.tenant.TokenBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of the provider that do not belong to a login of this browser bring nothing. */
class CallbackIT extends ClientTest {

    /** An ID token that must be refused, and the code that says why. */
    record Spoilt(String code, UnaryOperator<TokenBuilder> spoil) {

        @Override
        public String toString() {
            return code;
        }
    }

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @Test
    @Tag("CB-01")
    void wrongStateIsRefused() {
        String callback = callbackUrl().replaceAll("state=[^&]*", "state=wrong");

        assertRefused(browser.visit(callback), "login.state_mismatch");
        assertThat(tenant.requests().count("/oauth/token")).isZero();
    }

    @Test
    @Tag("CB-02")
    void missingStateIsRefused() {
        String callback = callbackUrl().replaceAll("state=[^&]*&?", "");

        assertRefused(browser.visit(callback), "login.state_missing");
        assertThat(tenant.requests().count("/oauth/token")).isZero();
    }

    @Test
    @Tag("CB-03")
    @Tag("CB-04")
    @Tag("CS-01")
    void stateOfAnotherBrowserIsRefused() {
        HttpBrowser victim = new HttpBrowser();
        victim.open(APP + "/page");

        Answer answer = victim.visit(callbackUrl());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(tenant.requests().count("/oauth/token")).isZero();
        assertAnonymous(victim);
    }

    @Test
    @Tag("CB-05")
    void replayIsRefusedWithoutAnotherTokenCallAndTheSessionGoesOn() {
        String callback = callbackUrl();
        HttpBrowser thief = browser.copy();
        browser.visit(callback);

        Answer again = browser.visit(callback);
        Answer stolen = thief.visit(callback);

        assertThat(again.status()).isEqualTo(400);
        assertThat(stolen.status()).isEqualTo(400);
        assertThat(tenant.requests().count("/oauth/token")).isEqualTo(1);
        assertCaller(browser, Demo.ALICE_SUB);
        assertAnonymous(thief);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?code=abc", "?state=abc", "?code=a&state=b&code=c", "?access_token=a&id_token=b"})
    @Tag("CB-17")
    @Tag("CS-01")
    void uninvitedAnswerIsRefused(String query) {
        Answer answer = browser.visit(CALLBACK + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(tenant.requests().count("/oauth/token")).isZero();
        assertAnonymous(browser);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&state=x", "&code=x"})
    @Tag("CB-16")
    void repeatedParameterIsRefused(String further) {
        Answer answer = browser.visit(callbackUrl() + further);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(tenant.requests().count("/oauth/token")).isZero();
        assertAnonymous(browser);
    }

    @Test
    @Tag("CB-08")
    void wrongIssuerInTheAnswerIsRefused() {
        String callback = callbackUrl().replaceAll("iss=[^&]*", "iss=https%3A%2F%2Fevil.example%2F");

        assertRefused(browser.visit(callback), "login.issuer_mismatch");
        assertThat(tenant.requests().count("/oauth/token")).isZero();
    }

    @Test
    @Tag("CB-13")
    void textOfAnAttackerIsNotShown() {
        Answer answer = browser.visit(
                CALLBACK + "?error=%3Cscript%3Ealert(1)%3C%2Fscript%3E&error_description=%3Cb%3Ehello&state=x");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("<script", "<b>hello");
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "PUT"})
    @Tag("CB-22")
    void otherMethodsDoNotUseUpTheLogin(String method) {
        String callback = callbackUrl();

        browser.request(method, RequestKind.NAVIGATION, callback);
        browser.visit(callback);

        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    @Tag("CB-24")
    void prefetchDoesNotUseUpTheLogin() {
        String callback = callbackUrl();

        browser.get(RequestKind.PREFETCH, callback);
        browser.visit(callback);

        assertCaller(browser, Demo.ALICE_SUB);
    }

    static Stream<Spoilt> spoilt() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                new Spoilt("id_token.nonce_mismatch", token -> token.claim("nonce", "other")),
                new Spoilt("id_token.signature_invalid", TokenBuilder::corruptSignature),
                new Spoilt("id_token.algorithm_not_allowed", token -> token.header("alg", "HS256")),
                new Spoilt("id_token.", TokenBuilder::unsigned),
                new Spoilt("id_token.audience_mismatch", token -> token.claim("aud", "other")),
                new Spoilt("id_token.issuer_mismatch", token -> token.claim("iss", "https://evil.example/")),
                new Spoilt("id_token.expired", token -> token.claim("exp", now - 600)));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    @Tag("IT-01")
    @Tag("IT-04")
    @Tag("IT-05")
    @Tag("IT-07")
    @Tag("IT-10")
    void spoiltIdTokenMakesNoSession(Spoilt spoilt) {
        String callback = callbackUrl();
        tenant.hooks().nextIdToken(spoilt.spoil());

        Answer answer = browser.visit(callback);

        assertThat(answer.status()).isIn(400, 502);
        assertThat(answer.body()).contains(spoilt.code());
        assertAnonymous(browser);
    }

    static Stream<Fault> failures() {
        return Stream.of(
                Fault.status(500),
                Fault.error(401, "invalid_client"),
                Fault.delay(Duration.ofSeconds(60)),
                Fault.dropConnection(),
                Fault.dropAnswer(),
                Fault.truncated(),
                Fault.garbage(),
                Fault.contentType("text/html"),
                Fault.body(""),
                Fault.body("{\"error\":\"temporarily_unavailable\"}"),
                Fault.body("{\"access_token\":\"a\\nb\",\"token_type\":\"Bearer\"}"),
                Fault.redirect("https://elsewhere.example/oauth/token"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    @Tag("CB-21")
    @Tag("F-08")
    @Tag("F-31")
    void failingProviderGetsTheCodeOnceAndMakesNoSessionAndTheNextLoginSucceeds(Fault fault)
            throws InterruptedException {
        String callback = callbackUrl();
        tenant.faults().inject("/oauth/token", fault);

        Instant begin = Instant.now();
        Answer answer = browser.visit(callback);

        assertThat(answer.status()).as(answer.body()).isIn(502, 503, 504);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertAnonymous(browser);
        tenant.faults().clear();
        tenant.requests().await("/oauth/token", 1, Duration.ofSeconds(5));
        HttpBrowser next = new HttpBrowser();
        logInAsAlice(next);
        assertCaller(next, Demo.ALICE_SUB);
        assertThat(tenant.requests().count("/oauth/token"))
                .as("one for each code")
                .isEqualTo(2);
    }

    @Test
    @Tag("CB-21")
    void failedLoginLeavesAnExistingSessionAsItWas() {
        logInAsAlice(browser);

        browser.visit(CALLBACK + "?code=abc&state=abc");

        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    @Tag("CB-25")
    void codeIsGoneFromTheAddressAfterwards() {
        Answer answer = browser.visit(callbackUrl());

        assertThat(answer.status()).isIn(302, 303);
        assertThat(answer.header("Referrer-Policy")).isPresent();
        assertThat(answer.header("Location").orElseThrow()).doesNotContain("code=");
    }

    @Test
    @Tag("AR-06")
    void transactionCookieTellsNothingAndIsRemovedAtTheEnd() {
        String callback = callbackUrl();
        SetCookie cookie = browser.cookies().startingWith(TRANSACTION_COOKIE).get(0);

        browser.visit(callback);

        assertThat(cookie.has("httponly")).isTrue();
        assertThat(cookie.attribute("samesite")).isEqualToIgnoringCase("Lax");
        assertThat(Integer.parseInt(cookie.attribute("max-age"))).isBetween(1, 3600);
        assertThat(cookie.value()).doesNotContain("/page", ".");
        assertThat(browser.cookies().startingWith(TRANSACTION_COOKIE)).isEmpty();
    }

    @Test
    @Tag("CB-28")
    void loginsInFlightAreBounded() {
        for (int i = 0; i < 12; i++) {
            browser.visit(APP + "/page?i=" + i);
        }

        assertThat(browser.cookies().startingWith(TRANSACTION_COOKIE)).hasSizeBetween(1, 4);
        logInAsAlice(browser);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    @Tag("CB-05")
    void backButtonAfterALoginLeadsOnToTheApplication() {
        String callback = callbackUrl();
        browser.visit(callback);

        Answer again = browser.visit(callback);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("You are logged in", refresh(APP + "/"));
        assertThat(tenant.requests().count("/oauth/token")).isEqualTo(1);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    void loginThatTheBrowserHasForgottenBeginsAnewOnce() {
        String restart = APP + "/auth/login?restarted=1";
        String callback = callbackUrl();
        browser.cookies().keepOnly("tenant");

        assertThat(browser.visit(callback).body()).contains("login.state_mismatch", refresh(restart));

        String second = upToCallback(restart);
        browser.cookies().keepOnly("tenant");
        Answer refused = browser.visit(second);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("login.state_mismatch").doesNotContain("http-equiv");
        assertThat(tenant.requests().count("/oauth/token")).isZero();
    }

    @Test
    void restartedLoginLogsIn() {
        String callback = callbackUrl();
        browser.cookies().keepOnly("tenant");
        browser.visit(callback);

        browser.open(APP + "/auth/login?restarted=1");

        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    void popupTellsItsOpenerAndNobodyElse() {
        Answer page = logIn(
                browser,
                APP + "/auth/login?challengeMode=popup&returnTo=%2Fapp%2Fpage",
                Demo.ALICE_EMAIL,
                Demo.ALICE_PASSWORD);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.uri().toString()).startsWith(CALLBACK);
        assertThat(page.body())
                .contains(
                        "postMessage({\"type\":\"auth0:login\",\"success\":true},\"" + TestServer.ORIGIN + "\")",
                        "href=\"" + APP + "/page\"")
                .doesNotContain("code=", "state=", "eyJ", Demo.ALICE_EMAIL, "auth0|");
        assertScriptNonceIsNew(page);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    void popupTellsItsOpenerOfAFailure() {
        Answer login = browser.open(APP + "/auth/login?challengeMode=popup");

        Answer page = browser.submit(login.form().with("deny", "1"));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body())
                .contains("{\"type\":\"auth0:login\",\"success\":false,\"error\":{\"code\":\"login.denied\"}},\""
                        + TestServer.ORIGIN + "\")");
        assertScriptNonceIsNew(page);
        assertAnonymous(browser);
    }

    private static void assertScriptNonceIsNew(Answer page) {
        Matcher nonce =
                Pattern.compile("<script nonce=\"([A-Za-z0-9_-]{22,})\">").matcher(page.body());
        assertThat(nonce.find()).isTrue();
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'nonce-" + nonce.group(1) + "';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void browserWhoseSessionNeverArrivesGetsAPageInTheEnd() {
        logInAsAlice(browser);
        int round = 0;
        Answer answer = withoutSession(APP + "/page");
        while (answer.isRedirect() && round < 20) {
            browser.follow(answer);
            answer = withoutSession(APP + "/page");
            round++;
        }

        assertThat(answer.body()).contains("login.loop");
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(round).isLessThanOrEqualTo(5);
    }

    private Answer withoutSession(String address) {
        browser.cookies().drop(SESSION_COOKIE);
        return browser.visit(address);
    }

    @Test
    @Tag("CB-06")
    void ofTwentyIdenticalAnswersAtOnceOneIsTaken() throws Exception {
        String callback = callbackUrl();
        ExecutorService browsers = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Answer>> visits = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                HttpBrowser copy = browser.copy();
                visits.add(() -> copy.visit(callback));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : browsers.invokeAll(visits)) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn(Answer::isRedirect).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() == 400).hasSize(19);
            assertThat(answers)
                    .filteredOn(answer -> answer.cookies().stream()
                            .anyMatch(cookie -> cookie.name().startsWith(SESSION_COOKIE)))
                    .hasSize(1);
        } finally {
            browsers.shutdownNow();
        }
        assertThat(tenant.requests().count("/oauth/token")).isEqualTo(1);
    }

    @Test
    @Tag("CB-27")
    void loginsInThreeTabsEndWhereTheyBeganInWhateverOrder() {
        Map<Integer, Answer> tabs = new HashMap<>();
        for (int tab = 1; tab <= 3; tab++) {
            tabs.put(tab, browser.open(APP + "/page?tab=" + tab));
        }

        for (int tab : new int[] {2, 3, 1}) {
            Answer page = browser.submit(
                    tabs.get(tab).form().with("email", Demo.ALICE_EMAIL).with("password", Demo.ALICE_PASSWORD));
            assertThat(page.uri()).hasToString(APP + "/page?tab=" + tab);
            assertThat(page.status()).isEqualTo(200);
        }
    }

    private static String refresh(String address) {
        return "<meta http-equiv=\"refresh\" content=\"1;url=" + address + "\">";
    }

    /** Begins a login of somebody whom the provider knows, and returns its answer, which is not followed. */
    private String upToCallback(String address) {
        Answer provider = browser.step(browser.visit(address));
        return provider.location().orElseThrow().toString();
    }

    private String callbackUrl() {
        return logInUpToCallback(browser).location().orElseThrow().toString();
    }

    private void assertRefused(Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(code);
        assertThat(browser.cookies().startingWith(SESSION_COOKIE)).isEmpty();
        assertAnonymous(browser);
    }
}
