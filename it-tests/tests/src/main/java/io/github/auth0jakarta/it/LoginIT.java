package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.LoggedRequest;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Login with the authorization code flow. */
class LoginIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @Test
    void whenAProtectedPageIsOpenedThenLoginLeadsBackToIt() {
        Answer page = logIn(browser, APP + "/page?a=1&b=x%20y%26z", Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);

        assertThat(page.uri()).hasToString(APP + "/page?a=1&b=x%20y%26z");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<b id=\"caller\">auth0|alice</b>");
    }

    @Test
    void whenTheLoginRouteIsOpenedThenLoginLeadsToWhereItWasTold() {
        Answer page = logIn(
                browser,
                APP + "/auth/login?returnTo=%2Fapp%2Ftest%2Fidentities",
                Demo.ALICE_EMAIL,
                Demo.ALICE_PASSWORD);

        assertThat(page.uri()).hasToString(APP + "/test/identities");
        assertThat(page.json().getString("source")).isEqualTo("LOGIN");
    }

    @Test
    void whenTheLoginRouteIsOpenedWithoutATargetThenLoginLeadsToTheStartPage() {
        Answer page = logIn(browser, APP + "/auth/login", Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);

        assertThat(page.uri()).hasToString(APP + "/");
        assertThat(page.body()).contains("Test application");
    }

    @Test
    @Tag("AR-01")
    @Tag("AR-02")
    void authorizationRequestAsksForACodeWithStateNonceAndPkce() {
        browser.open(APP + "/page");

        LoggedRequest request = tenant.requests().last("/authorize");
        assertThat(request.query())
                .allSatisfy((name, values) -> assertThat(values).as(name).hasSize(1));
        assertThat(request.parameter("response_type")).isEqualTo("code");
        assertThat(request.parameter("client_id")).isEqualTo(Demo.CLIENT_ID);
        assertThat(request.parameter("redirect_uri")).isEqualTo(CALLBACK);
        assertThat(request.parameter("scope")).isEqualTo("openid profile email offline_access");
        assertThat(request.parameter("audience")).isEqualTo(Demo.AUDIENCE);
        assertThat(request.parameter("code_challenge_method")).isEqualTo("S256");
        assertThat(request.parameter("code_challenge")).hasSize(43);
        assertThat(request.parameter("state")).hasSizeGreaterThanOrEqualTo(22);
        assertThat(request.parameter("nonce")).hasSizeGreaterThanOrEqualTo(22);
    }

    @Test
    @Tag("CB-18")
    void codeIsExchangedOnceInTheBodyOfAPost() {
        logInAsAlice(browser);

        assertThat(tenant.requests().to("/oauth/token")).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.query()).isEmpty();
            assertThat(request.parameter("grant_type")).isEqualTo("authorization_code");
            assertThat(request.parameter("redirect_uri")).isEqualTo(CALLBACK);
            assertThat(request.parameter("code_verifier")).hasSizeBetween(43, 128);
            assertThat(request.status()).isEqualTo(200);
        });
    }

    @Test
    @Tag("AR-09")
    void queryParametersOfTheLoginRouteCannotReplaceThoseOfTheProtocol() {
        browser.open(APP + "/auth/login?client_id=x&redirect_uri=https%3A%2F%2Fevil.example&response_type=token"
                + "&state=a&nonce=b&code_challenge=c&code_challenge_method=plain&scope=admin&audience=other");

        LoggedRequest request = tenant.requests().last("/authorize");
        assertThat(request.parameter("client_id")).isEqualTo(Demo.CLIENT_ID);
        assertThat(request.parameter("redirect_uri")).isEqualTo(CALLBACK);
        assertThat(request.parameter("response_type")).isEqualTo("code");
        assertThat(request.parameter("code_challenge_method")).isEqualTo("S256");
        assertThat(request.parameter("scope")).isEqualTo("openid profile email offline_access");
        assertThat(request.parameter("audience")).isEqualTo(Demo.AUDIENCE);
        assertThat(request.parameter("state")).isNotEqualTo("a");
        assertThat(request.parameter("nonce")).isNotEqualTo("b");
    }

    @Test
    @Tag("AR-07")
    @Tag("AR-08")
    void forwardedHeadersDoNotMoveTheRedirectUri() {
        Map<String, String> headers = Map.of(
                "X-Forwarded-Host", "evil.example",
                "X-Forwarded-Proto", "https",
                "Forwarded", "host=evil.example;proto=https");

        Answer redirect = browser.get(RequestKind.NAVIGATION, APP + "/page", headers);

        assertThat(redirect.location().orElseThrow().getQuery()).contains("redirect_uri=" + CALLBACK);
    }

    @Test
    void jsonIsAnsweredWhereItIsAskedFor() {
        logInAsAlice(browser);

        Answer page = browser.get(RequestKind.FETCH, APP + "/page", Map.of("Accept", "application/json"));

        assertThat(page.json().getString("caller")).isEqualTo(Demo.ALICE_SUB);
        assertThat(page.json().getJsonArray("groups").toString()).contains("\"admin\"");
        assertThat(page.json().getJsonObject("claims").getString("email")).isEqualTo(Demo.ALICE_EMAIL);
    }

    @Test
    void whenThePasswordIsWrongThenNobodyIsLoggedIn() {
        Answer again = logIn(browser, APP + "/page", Demo.ALICE_EMAIL, "wrong");

        assertThat(again.form().fields()).containsKey("password");
        assertAnonymous(browser);
    }

    @Test
    @Tag("CB-12")
    void whenTheUserDeclinesThenAPageSaysSoAndNobodyIsLoggedIn() {
        Answer refused = browser.submit(browser.open(APP + "/page").form().with("deny", "1"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("login.denied");
        assertThat(tenant.requests().count("/oauth/token")).isZero();
        assertAnonymous(browser);
    }

    @Test
    void sessionNeedsNoSessionOfTheContainer() {
        logInAsAlice(browser);
        browser.cookies().keepOnly(SESSION_COOKIE);
        Answer first = browser.visit(APP + "/page");
        browser.cookies().keepOnly(SESSION_COOKIE);
        Answer second = browser.visit(APP + "/page");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(identities(browser).json().getBoolean("containerSession")).isFalse();
    }

    @Test
    @Tag("CB-20")
    void loginAsSomebodyElseLeavesNothingOfTheFirst() {
        logInAsAlice(browser);
        Answer login = browser.visit(APP + "/auth/login?prompt=login");
        browser.cookies().keepOnly("__");

        browser.submit(
                browser.follow(login).form().with("email", Demo.BOB_EMAIL).with("password", Demo.BOB_PASSWORD));

        assertCaller(browser, Demo.BOB_SUB);
        assertThat(identities(browser).json().getBoolean("admin")).isFalse();
    }
}
