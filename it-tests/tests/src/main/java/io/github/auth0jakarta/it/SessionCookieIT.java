package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.it.browser.SetCookie;
import io.github.auth0jakarta.tenant.Demo;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sealed session cookie, and what keeps it out of caches. */
class SessionCookieIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @Test
    @Tag("SC-01")
    void isHttpOnlyLaxAndForOurHostOnly() {
        logInAsAlice(browser);

        assertThat(sessionCookies()).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.has("httponly")).isTrue();
            assertThat(cookie.attribute("samesite")).isEqualToIgnoringCase("Lax");
            assertThat(cookie.attribute("path")).isEqualTo("/");
            assertThat(cookie.has("domain")).isFalse();
            assertThat(cookie.has("max-age")).isTrue();
        });
    }

    @Test
    void tellsNothing() {
        logInAsAlice(browser);

        assertThat(sessionCookies())
                .allSatisfy(cookie -> assertThat(cookie.value()).doesNotContain("eyJ", "alice", "{", "."));
    }

    @Test
    @Tag("CB-19")
    void changesWithEachLogin() {
        logInAsAlice(browser);
        String first = sessionCookies().get(0).value();

        browser.open(APP + "/auth/login");

        assertThat(sessionCookies().get(0).value()).isNotEqualTo(first);
    }

    @Test
    @Tag("SC-04")
    void tamperedCookieIsNoSessionAndNoError() {
        logInAsAlice(browser);
        SetCookie cookie = sessionCookies().get(0);

        for (int position = 0; position < cookie.value().length(); position += 97) {
            HttpBrowser thief = browser.copy();
            thief.cookies().tamper(cookie.name(), flipped(cookie.value(), position));
            assertAnonymous(thief);
        }
    }

    private static String flipped(String value, int position) {
        char changed = value.charAt(position) == 'A' ? 'B' : 'A';
        return value.substring(0, position) + changed + value.substring(position + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "rO0ABXNyABFqYXZh", "{}", "%00", "\"quoted\"", "a.b.c.d.e"})
    @Tag("SC-06")
    void garbageIsNoSessionAndNoError(String value) {
        logInAsAlice(browser);
        browser.cookies().tamper(sessionCookies().get(0).name(), value);

        assertAnonymous(browser);
        assertThat(browser.visit(APP + "/page").status()).isEqualTo(302);
    }

    @Test
    @Tag("SC-05")
    void truncatedOrDoubledValueIsNoSession() {
        logInAsAlice(browser);
        SetCookie cookie = sessionCookies().get(0);
        List<String> values = List.of(
                cookie.value().substring(1),
                cookie.value().substring(0, cookie.value().length() - 1),
                cookie.value() + "A",
                cookie.value().substring(0, cookie.value().length() / 2));

        for (String value : values) {
            HttpBrowser thief = browser.copy();
            thief.cookies().tamper(cookie.name(), value);
            assertAnonymous(thief);
        }
    }

    @Test
    @Tag("CB-29")
    @Tag("SC-08")
    void transactionCookieCannotStandInForIt() {
        browser.visit(APP + "/page");
        String transaction =
                browser.cookies().startingWith(TRANSACTION_COOKIE).get(0).value();

        Answer answer = new HttpBrowser()
                .get(RequestKind.FETCH, APP + "/test/identities", Map.of("Cookie", SESSION_COOKIE + "=" + transaction));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("source")).isEqualTo("NONE");
    }

    @Test
    @Tag("CB-29")
    @Tag("SC-08")
    void itCannotStandInForATransactionCookie() {
        String callback = logInUpToCallback(browser).location().orElseThrow().toString();
        HttpBrowser other = new HttpBrowser();
        logInAsBob(other);
        browser.cookies()
                .tamper(
                        browser.cookies()
                                .startingWith(TRANSACTION_COOKIE)
                                .get(0)
                                .name(),
                        other.cookies().startingWith(SESSION_COOKIE).get(0).value());

        assertThat(browser.visit(callback).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/login", "/auth/callback", "/auth/logout", "/auth/profile"})
    @Tag("HC-04")
    void routesAreNeverCached(String route) {
        Answer anonymous = browser.visit(APP + route);
        logInAsAlice(browser);
        Answer loggedIn = browser.visit(APP + route);

        assertThat(anonymous.header("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(loggedIn.header("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    @Tag("HC-01")
    void answersThatSetTheCookieAreNeverCached() {
        logInAsAlice(browser);
        browser.visit(APP + "/page");
        browser.open(APP + "/auth/logout");

        assertThat(browser.history())
                .filteredOn(answer -> answer.uri().toString().startsWith(APP))
                .filteredOn(answer -> !answer.cookies().isEmpty())
                .isNotEmpty()
                .allSatisfy(answer ->
                        assertThat(answer.header("Cache-Control").orElse("")).contains("no-store"));
    }

    @Test
    @Tag("SC-25")
    void profileTellsAScriptWhoIsLoggedIn() {
        assertThat(browser.get(RequestKind.FETCH, APP + "/auth/profile").status())
                .isIn(204, 401);
        logInAsAlice(browser);

        assertThat(browser.get(RequestKind.FETCH, APP + "/auth/profile").json().getString("sub"))
                .isEqualTo(Demo.ALICE_SUB);
    }

    private List<SetCookie> sessionCookies() {
        return browser.cookies().startingWith(SESSION_COOKIE);
    }
}
