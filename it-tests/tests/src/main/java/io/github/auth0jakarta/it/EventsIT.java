package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Fault;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application observes all events and takes part in logins. */
class EventsIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with(RecordedEvents.class, ApplicationHooks.class, HooksServlet.class)
                .build();
    }

    @BeforeEach
    void forgetEvents() {
        events();
    }

    @AfterEach
    void issueLongLivedTokensAgain() {
        tenant.settings().accessTokenLifetime(Duration.ofHours(24));
    }

    private static JsonObject hooks(HttpBrowser visitor) {
        return visitor.get(RequestKind.FETCH, APP + "/test/hooks").json();
    }

    private static List<String> events() {
        return hooks(new HttpBrowser()).getJsonArray("events").getValuesAs(JsonString::getString);
    }

    private Answer logInBy(String query) {
        return logIn(browser, APP + "/test/login?by=redirect&" + query, Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
    }

    private void logInWithATokenAboutToEnd() {
        tenant.settings().accessTokenLifetime(Duration.ofSeconds(30));
        logInAsAlice(browser);
        tenant.settings().accessTokenLifetime(Duration.ofHours(24));
        events();
    }

    @Test
    void loginIsObservedWithTheStateOfTheApplication() {
        logInBy("note=hello");

        assertThat(events()).containsExactly("LoggedIn auth0|alice auth0|alice a sid {note=hello}");
    }

    @Test
    void failedLoginIsObserved() {
        browser.submit(browser.open(APP + "/page").form().with("deny", "1"));
        browser.visit(CALLBACK + "?code=a&state=b");
        browser.visit(APP + "/test/login?by=begin&state=x");

        assertThat(events())
                .containsExactly(
                        "LoginFailed login.denied access_denied",
                        "LoginFailed login.state_mismatch null",
                        "LoginFailed login.options_invalid null");
    }

    @Test
    void logoutIsObserved() {
        logInAsAlice(browser);
        events();

        browser.visit(APP + "/auth/logout");

        assertThat(events()).containsExactly("LoggedOut LOGOUT auth0|alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"servlet", "service"})
    void logoutHereIsObserved(String by) {
        logInAsAlice(browser);
        events();

        browser.visit(APP + "/test/logout?by=" + by);

        assertThat(events()).containsExactly("LoggedOut LOCAL_LOGOUT auth0|alice");
    }

    @Test
    void loginAsSomebodyElseIsObserved() {
        logInAsAlice(browser);
        events();

        logIn(browser, APP + "/test/login?by=redirect&prompt=login", Demo.BOB_EMAIL, Demo.BOB_PASSWORD);

        assertThat(events())
                .containsExactly("LoggedIn auth0|bob auth0|bob a sid {}", "LoggedOut NEW_LOGIN auth0|alice");
    }

    @Test
    void refreshIsObserved() {
        logInWithATokenAboutToEnd();

        browser.visit(APP + "/page/token");

        assertThat(events()).containsExactly("TokenRefreshed auth0|alice " + Demo.AUDIENCE);
    }

    @Test
    void refusedRefreshEndsTheSessionAndIsObserved() {
        logInWithATokenAboutToEnd();
        tenant.faults().inject("/oauth/token", Fault.error(403, "invalid_grant"));

        browser.visit(APP + "/page/token");

        assertThat(events())
                .containsExactlyInAnyOrder(
                        "RefreshFailed auth0|alice server.invalid_grant", "LoggedOut REFRESH_REFUSED auth0|alice");
    }

    @Test
    void failedRefreshIsObservedAndTheSessionGoesOn() {
        logInWithATokenAboutToEnd();
        tenant.faults().inject("/oauth/token", Fault.error(400, "invalid_request"));

        browser.visit(APP + "/page/token?scope=write%3Aorders");

        assertThat(events()).singleElement().asString().startsWith("RefreshFailed auth0|alice server.");
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    void logoutByTheProviderAndItsReplayAreObserved() {
        logInAsAlice(browser);
        events();
        Map<String, String> form = Map.of(
                "logout_token",
                tenant.tokens()
                        .logoutToken(Demo.ALICE_SUB, Demo.CLIENT_ID, "session-1")
                        .sign());

        new HttpBrowser().post(RequestKind.PROGRAM, APP + "/auth/backchannel-logout", form);
        new HttpBrowser().post(RequestKind.PROGRAM, APP + "/auth/backchannel-logout", form);

        assertThat(events()).containsExactly("SessionRevoked auth0|alice session-1", "ReplayDetected LOGOUT_TOKEN");
    }

    @Test
    void replayOfAnAnswerIsObserved() {
        String callback = logInUpToCallback(browser).location().orElseThrow().toString();
        HttpBrowser thief = browser.copy();
        browser.visit(callback);
        events();

        thief.visit(callback);

        assertThat(events())
                .containsExactly("ReplayDetected AUTHORIZATION_RESPONSE", "LoginFailed login.transaction_used null");
    }

    @Test
    void callbackHandlerLeadsElsewhere() {
        Answer page = logInBy("returnTo=%2Fapp%2Fpage&note=" + ApplicationHooks.ELSEWHERE);

        assertThat(page.uri()).hasToString(APP + "/test/identities");
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    void callbackHandlerRefuses() {
        Answer refused = logInBy("note=" + ApplicationHooks.REFUSED);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("login.refused_by_application");
        assertAnonymous(browser);
        assertThat(events()).containsExactly("LoginFailed login.refused_by_application null");
    }

    @Test
    void callbackHandlerAnswersARefusedLogin() {
        Answer refused = logInBy("note=" + ApplicationHooks.OWN_PAGE.replace(" ", "%20"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).isEqualTo("Our own page about login.refused_by_application");
        assertAnonymous(browser);
    }

    @Test
    void sessionCustomizerKeepsDataAndHidesAClaim() {
        logInAsAlice(browser);

        JsonObject seen = hooks(browser);

        assertThat(seen.getJsonObject("attributes").getString(ApplicationHooks.ATTRIBUTE))
                .isEqualTo("Hello, Alice Example");
        assertThat(seen.getJsonObject("claims")).containsKey("name").doesNotContainKey(ApplicationHooks.HIDDEN_CLAIM);
        assertThat(browser.get(RequestKind.FETCH, APP + "/auth/profile").body())
                .contains("Alice Example")
                .doesNotContain(Demo.ALICE_EMAIL);
    }

    @Test
    void sessionCustomizerRefuses() {
        Answer form = browser.open(APP + "/page");
        tenant.hooks().nextIdToken(token -> token.claim("name", ApplicationHooks.REFUSED_SESSION));

        Answer refused =
                browser.submit(form.form().with("email", Demo.ALICE_EMAIL).with("password", Demo.ALICE_PASSWORD));

        assertThat(refused.body()).contains("login.refused_by_application");
        assertAnonymous(browser);
    }

    @Test
    void loginCustomizerSetsTheOrganizationOfAnyLogin() {
        logIn(browser, APP + "/page?customer=" + Demo.ORGANIZATION_ID, Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);

        assertThat(tenant.requests().last("/authorize").parameter("organization"))
                .isEqualTo(Demo.ORGANIZATION_ID);
        assertThat(hooks(browser).getJsonObject("claims").getString("org_id")).isEqualTo(Demo.ORGANIZATION_ID);
    }

    @Test
    void loginCustomizerRefuses() {
        Answer refused = browser.visit(APP + "/page?customer=" + ApplicationHooks.REFUSED);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("login.refused_by_application");
        assertThat(tenant.requests().count("/authorize")).isZero();
    }
}
