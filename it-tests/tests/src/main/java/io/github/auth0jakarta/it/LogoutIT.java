package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.it.browser.SetCookie;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.LoggedRequest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logout here and at the provider. */
class LogoutIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @AfterEach
    void offerEndSessionAgain() {
        tenant.settings().endSessionEndpoint(true);
    }

    @Test
    @Tag("SC-15")
    void aCopyOfTheCookieIsWorthNothingAfterwards() {
        logInAsAlice(browser);
        HttpBrowser copy = browser.copy();

        browser.visit(APP + "/auth/logout");

        assertAnonymous(copy);
    }

    @Test
    @Tag("LO-03")
    @Tag("LO-04")
    void comesBackToAWishedPlace() {
        logInAsAlice(browser);

        Answer after = browser.open(APP + "/auth/logout?returnTo=/app/test/identities");

        assertThat(after.uri()).hasToString(APP + "/test/identities");
        assertThat(tenant.requests().last("/oidc/logout").parameter("post_logout_redirect_uri"))
                .isEqualTo(APP);
        assertThat(browser.visit(APP + "/?state=" + "A".repeat(43)).status()).isEqualTo(200);
    }

    @Test
    @Tag("LO-06")
    void theServletsLogoutEndsOurSessionInTheSameRequest() {
        logInAsAlice(browser);
        HttpBrowser copy = browser.copy();

        Answer answer = browser.get(RequestKind.FETCH, APP + "/test/logout?by=servlet");

        assertThat(answer.json().getString("source")).isEqualTo("NONE");
        assertThat(browser.cookies().startingWith(SESSION_COOKIE)).isEmpty();
        assertAnonymous(browser);
        assertAnonymous(copy);
        assertThat(tenant.requests().last("/oauth/revoke").parameter("token")).isNotBlank();
    }

    @Test
    @Tag("LO-06")
    void theServiceEndsOurSessionInTheSameRequest() {
        logInAsAlice(browser);
        HttpBrowser copy = browser.copy();

        Answer answer = browser.get(RequestKind.FETCH, APP + "/test/logout?by=service");

        assertThat(answer.json().getString("source")).isEqualTo("NONE");
        assertAnonymous(browser);
        assertAnonymous(copy);
    }

    @Test
    void theServiceSendsTheBrowserToTheProvider() {
        logInAsAlice(browser);

        Answer after = browser.open(APP + "/test/logout?by=redirect");

        assertThat(after.uri()).hasToString(APP + "/test/identities");
        assertThat(after.json().getString("source")).isEqualTo("NONE");
        assertThat(tenant.requests().count("/oidc/logout")).isEqualTo(1);
    }

    @Test
    @Tag("LO-07")
    void pagesBehindTheLoginAreNotStored() {
        logInAsAlice(browser);

        assertThat(browser.visit(APP + "/page").header("Cache-Control").orElseThrow())
                .contains("no-store");
    }

    @Test
    void endsTheSessionHereAndAtTheProvider() {
        logInAsAlice(browser);

        Answer after = browser.open(APP + "/auth/logout");

        assertThat(after.uri()).hasToString(APP + "/");
        LoggedRequest logout = tenant.requests().last("/oidc/logout");
        assertThat(logout.parameter("client_id")).isEqualTo(Demo.CLIENT_ID);
        assertThat(logout.parameter("id_token_hint")).isNotBlank();
        assertThat(browser.cookies().startingWith(SESSION_COOKIE)).isEmpty();
        assertAnonymous(browser);
    }

    @Test
    void asksForThePasswordAgain() {
        logInAsAlice(browser);
        browser.open(APP + "/auth/logout");

        Answer form = browser.open(APP + "/page");

        assertThat(form.form().fields()).containsKeys("email", "password");
    }

    @Test
    @Tag("LO-02")
    void removesTheCookieBeforeTheBrowserLeaves() {
        logInAsAlice(browser);

        Answer redirect = browser.visit(APP + "/auth/logout");

        assertThat(redirect.location().orElseThrow().toString()).startsWith(tenant.issuer());
        assertThat(redirect.cookies())
                .filteredOn(cookie -> cookie.name().startsWith(SESSION_COOKIE))
                .isNotEmpty()
                .allMatch(SetCookie::removes);
        assertThat(browser.cookies().startingWith("__logins")).isEmpty();
        assertThat(browser.cookies().startingWith(TRANSACTION_COOKIE)).isEmpty();
    }

    @Test
    void usesAuth0sOwnAddressWhereThereIsNoStandardOne() {
        tenant.settings().endSessionEndpoint(false);
        forget();
        logInAsAlice(browser);

        Answer after = browser.open(APP + "/auth/logout");

        assertThat(after.uri()).hasToString(APP + "/");
        assertThat(tenant.requests().last("/v2/logout").parameter("client_id")).isEqualTo(Demo.CLIENT_ID);
        assertThat(tenant.requests().count("/oidc/logout")).isZero();
    }

    @Test
    @Tag("LO-01")
    void endsTheSessionHereAlsoWhileTheProviderIsDown() {
        logInAsAlice(browser);
        forget();
        tenant.goOffline();

        Answer answer = browser.visit(APP + "/auth/logout");

        assertThat(answer.status()).isLessThan(500);
        assertThat(browser.cookies().startingWith(SESSION_COOKIE)).isEmpty();
        assertAnonymous(browser);
    }

    @Test
    @Tag("LO-05")
    void revokesTheRefreshToken() {
        logInAsAlice(browser);

        browser.visit(APP + "/auth/logout");

        assertThat(tenant.requests().last("/oauth/revoke").parameter("token")).isNotBlank();
    }

    @Test
    void withoutASessionStillGoesToTheProvider() {
        Answer redirect = browser.visit(APP + "/auth/logout");

        assertThat(redirect.location().orElseThrow().toString()).startsWith(tenant.issuer());
    }

    @Test
    void isNotDoneAheadOfTime() {
        logInAsAlice(browser);

        browser.get(RequestKind.PREFETCH, APP + "/auth/logout");

        assertCaller(browser, Demo.ALICE_SUB);
    }
}
