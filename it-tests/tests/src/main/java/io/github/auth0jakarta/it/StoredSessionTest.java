package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.it.browser.SetCookie;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.LoggedRequest;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds of sessions that the server keeps, wherever it does; the browser has a sealed id. */
abstract class StoredSessionTest extends ClientTest {
    private static final String TOKEN = APP + "/page/token";
    private static final String ATTRIBUTES = APP + "/page/attributes";
    private static final String REPORTS = URLEncoder.encode(Demo.REPORTS_AUDIENCE, StandardCharsets.UTF_8);

    /** Returns the application without a word about where sessions are kept. */
    static TestApplication application() {
        return TestApplication.configured()
                .with(LateTokenServlet.class, AttributesServlet.class, VisitsResource.class, EmailHider.class);
    }

    @AfterEach
    void issueLongLivedTokensAgain() {
        tenant.settings().accessTokenLifetime(Duration.ofHours(24));
    }

    private static List<Answer> atOnce(int requests, Callable<Answer> request) throws Exception {
        return ParallelRequests.send(Collections.nCopies(requests, request));
    }

    @Test
    void theCallerIsRestoredOnEachRequest() {
        logInAsAlice(browser);

        assertCaller(browser, Demo.ALICE_SUB);
        assertThat(browser.visit(APP + "/page").status()).isEqualTo(200);
        assertThat(browser.visit(TOKEN).status()).isEqualTo(200);
        assertThat(browser.get(RequestKind.FETCH, APP + "/auth/profile").json().getString("sub"))
                .isEqualTo(Demo.ALICE_SUB);
    }

    @Test
    @Tag("SC-18")
    void theCookieIsSmallAndAnotherOneMakesNoSession() {
        logInAsAlice(browser);
        List<SetCookie> cookies = browser.cookies().startingWith(SESSION_COOKIE);

        assertThat(cookies)
                .singleElement()
                .satisfies(cookie ->
                        assertThat(cookie.value()).hasSizeLessThan(200).doesNotContain("eyJ", "."));
        HttpBrowser other = browser.copy();
        other.cookies().tamper(cookies.get(0).name(), "attackerchosen");
        assertAnonymous(other);
        other.open(APP + "/page");
        assertCaller(other, Demo.ALICE_SUB);
        assertThat(other.cookies().startingWith(SESSION_COOKIE).get(0).value()).isNotEqualTo("attackerchosen");
    }

    @Test
    @Tag("SC-14")
    void aCopyOfTheCookieIsWorthNothingAfterTheLogout() {
        logInAsAlice(browser);
        HttpBrowser thief = browser.copy();
        assertCaller(thief, Demo.ALICE_SUB);

        browser.visit(APP + "/auth/logout");

        assertAnonymous(thief);
        assertThat(thief.visit(APP + "/page").status()).isEqualTo(302);
        assertAnonymous(browser);
    }

    @Test
    @Tag("CB-19")
    void aCopyOfTheCookieIsWorthNothingAfterAnotherLogin() {
        logInAsAlice(browser);
        HttpBrowser thief = browser.copy();

        browser.open(APP + "/auth/login");

        assertAnonymous(thief);
        assertThat(thief.visit(APP + "/page").status()).isEqualTo(302);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    private Answer logOutByTheProvider(String sub, String sid) {
        String token = tenant.tokens().logoutToken(sub, Demo.CLIENT_ID, sid).sign();
        return postLogoutToken(token);
    }

    private static Answer postLogoutToken(String token) {
        return new HttpBrowser()
                .post(RequestKind.PROGRAM, APP + "/auth/backchannel-logout", Map.of("logout_token", token));
    }

    @Test
    @Tag("BL-01")
    void aLogoutTokenWithASidEndsThatSession() {
        HttpBrowser other = new HttpBrowser();
        logInAsAlice(browser);
        logInAsAlice(other);

        assertThat(logOutByTheProvider(Demo.ALICE_SUB, sid(browser)).status()).isEqualTo(200);

        assertAnonymous(browser);
        assertCaller(other, Demo.ALICE_SUB);
    }

    @Test
    @Tag("BL-01")
    @Tag("BL-19")
    void aLogoutTokenWithoutASidEndsAllSessionsOfTheUser() {
        HttpBrowser other = new HttpBrowser();
        HttpBrowser bob = new HttpBrowser();
        logInAsCarol(browser);
        logInAsCarol(other);
        logInAsBob(bob);

        String token = tenant.tokens()
                .logoutToken(CAROL_SUB, Demo.CLIENT_ID, "x")
                .withoutClaim("sid")
                .sign();
        assertThat(postLogoutToken(token).status()).isEqualTo(200);

        assertAnonymous(browser);
        assertAnonymous(other);
        assertCaller(bob, Demo.BOB_SUB);
        assertThat(browser.visit(TOKEN + "?audience=" + REPORTS).status()).isEqualTo(302);
        assertThat(refreshes()).isEmpty();
    }

    private List<LoggedRequest> refreshes() {
        return tenant.requests().to("/oauth/token").stream()
                .filter(request -> "refresh_token".equals(request.parameter("grant_type")))
                .toList();
    }

    @Test
    @Tag("F-11")
    @Tag("TC-06")
    @Tag("TC-07")
    void hundredParallelRequestsAreOneRefreshAndTheSessionLives() throws Exception {
        tenant.settings().accessTokenLifetime(Duration.ofSeconds(30));
        logInAsAlice(browser);
        tenant.settings().accessTokenLifetime(Duration.ofHours(1));

        assertThat(atOnce(100, () -> browser.copy().visit(TOKEN)))
                .hasSize(100)
                .extracting(Answer::status)
                .containsOnly(200);

        assertThat(refreshes()).extracting(LoggedRequest::status).containsExactly(200);
        assertThat(browser.visit(TOKEN + "?audience=" + REPORTS).status()).isEqualTo(200);
        assertThat(refreshes()).extracting(LoggedRequest::status).containsExactly(200, 200);
    }

    @Test
    @Tag("SC-23")
    void parallelChangesOfASessionAreAllKept() throws Exception {
        tenant.settings().accessTokenLifetime(Duration.ofSeconds(30));
        logInAsAlice(browser);
        tenant.settings().accessTokenLifetime(Duration.ofHours(1));
        HttpBrowser scripts = browser.copy();

        List<Answer> answers = atOnce(20, () -> {
            browser.copy().visit(TOKEN);
            return scripts.copy().request("POST", RequestKind.FETCH, APP + "/api/visits");
        });

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> answer.json().getInt("visits"))
                .doesNotHaveDuplicates()
                .contains(20);
        assertThat(browser.visit(ATTRIBUTES).json().getInt("visits")).isEqualTo(20);
        assertThat(refreshes()).hasSize(1);
    }

    @Test
    void aTokenComesAlsoAfterTheAnswerHasBegun() {
        logInAsAlice(browser);

        assertThat(browser.visit(APP + "/page/late-token?audience=" + REPORTS).body())
                .isEqualTo("begun, Bearer");
        assertThat(browser.visit(TOKEN + "?audience=" + REPORTS).status()).isEqualTo(200);
        assertThat(refreshes()).hasSize(1);
    }

    @Test
    void theApplicationsDataStaysWithTheSession() {
        logInAsAlice(browser);
        assertThat(theme(browser)).isEqualTo("light");

        browser.visit(ATTRIBUTES + "?theme=dark");

        assertThat(theme(browser)).isEqualTo("dark");
        browser.open(APP + "/auth/logout");
        logInAsBob(browser);
        assertThat(theme(browser)).isEqualTo("light");
    }

    private static String theme(HttpBrowser visitor) {
        return visitor.visit(ATTRIBUTES).json().getString("theme");
    }

    @Test
    void dataThatNoSessionTakesIsRefusedAndTheRestStays() {
        logInAsAlice(browser);
        browser.visit(ATTRIBUTES + "?theme=dark");

        Answer broken = browser.visit(ATTRIBUTES + "?broken");
        Answer large = browser.visit(ATTRIBUTES + "?size=2000000");

        assertThat(broken.json().getString("code")).isEqualTo("session.attributes_invalid");
        assertThat(large.json().getString("code")).isEqualTo("login.session_too_large");
        JsonObject attributes = browser.visit(ATTRIBUTES).json();
        assertThat(attributes.keySet()).containsExactly("theme");
        assertThat(attributes.getString("theme")).isEqualTo("dark");
    }

    @Test
    void moreFitsThanIntoACookie() {
        logInAsAlice(browser);

        assertThat(browser.visit(ATTRIBUTES + "?size=100000").status()).isEqualTo(200);

        assertThat(browser.visit(ATTRIBUTES).json().getString("large")).hasSize(100_000);
        assertThat(browser.cookies().startingWith(SESSION_COOKIE)).hasSize(1);
    }

    @Test
    void aHiddenClaimIsShownToNobody() {
        logInAsAlice(browser);

        JsonObject page = browser.get(RequestKind.FETCH, APP + "/page", Map.of("Accept", "application/json"))
                .json();
        Answer profile = browser.get(RequestKind.FETCH, APP + "/auth/profile");

        assertThat(page.getJsonObject("claims").keySet()).contains("name").doesNotContain("email");
        assertThat(profile.json().keySet()).contains("name").doesNotContain("email");
    }
}
