package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first page of an anonymous browser asks the provider whether it knows the user. */
class SilentLoginIT extends ClientTest {
    private static final String OPEN_PAGE = APP + "/?a=1";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().with("auth0.login.silent", "true").build();
    }

    private int lookUps() {
        return (int) tenant.requests().to("/authorize").stream()
                .filter(request -> "none".equals(request.parameter("prompt")))
                .count();
    }

    @Test
    @Tag("CS-08")
    void somebodyUnknownIsLookedUpOnceAndSeesThePage() {
        Answer page = browser.open(OPEN_PAGE);

        assertThat(page.uri()).hasToString(OPEN_PAGE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Test application");
        assertThat(browser.visit(OPEN_PAGE).status()).isEqualTo(200);
        assertThat(browser.visit(APP + "/index.html").status()).isEqualTo(200);
        assertThat(lookUps()).isEqualTo(1);
        assertAnonymous(browser);
    }

    @Test
    void somebodyWhomTheProviderKnowsIsLoggedInWithoutAForm() {
        logInAsAlice(browser);
        browser.cookies().keepOnly("tenant");

        Answer page = browser.open(OPEN_PAGE);

        assertThat(page.uri()).hasToString(OPEN_PAGE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(lookUps()).isEqualTo(1);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    void protectedPageLogsInWithAForm() {
        Answer page = logInAsAlice(browser);

        assertThat(page.uri()).hasToString(APP + "/page");
        assertThat(lookUps()).isZero();
    }

    @Test
    void whoHasLoggedOutIsNotLookedUp() {
        logInAsAlice(browser);
        browser.visit(APP + "/");

        browser.get(RequestKind.FETCH, APP + "/test/logout?by=servlet");
        Answer page = browser.visit(APP + "/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(lookUps()).isZero();
        assertAnonymous(browser);
    }

    @Test
    void browserWithoutCookiesDoesNotGoRound() {
        Answer answer = browser.visit(OPEN_PAGE);
        while (answer.isRedirect()) {
            browser.cookies().keepOnly("none");
            answer = browser.step(answer);
        }

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("http-equiv=\"refresh\"", "url=" + APP + "/\"");
        assertThat(lookUps()).isEqualTo(1);
        browser.cookies().keepOnly("none");
        Answer page = browser.get(RequestKind.NAVIGATION, APP + "/", Map.of("Sec-Fetch-Site", "same-origin"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(lookUps()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestKind.class,
            names = {"FETCH", "XHR", "PREFETCH", "IMAGE", "PROGRAM"})
    void whatIsNoPageIsNotLookedUp(RequestKind kind) {
        Answer answer = browser.get(kind, APP + "/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.cookies()).isEmpty();
    }

    @Test
    void postIsNotLookedUp() {
        Answer answer = browser.post(RequestKind.NAVIGATION, APP + "/test/reset", Map.of("a", "b"));

        assertThat(answer.status()).isBetween(200, 204);
        assertThat(answer.cookies()).isEmpty();
        assertThat(lookUps()).isZero();
    }
}
