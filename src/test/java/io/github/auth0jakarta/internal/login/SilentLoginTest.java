package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SilentLoginTest {
    private final LoginFlow flow = new LoginFlow();

    @AfterEach
    void stop() {
        flow.close();
    }

    private static FakeRequest navigation(String path) {
        return FakeRequest.get(path)
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .header("Sec-Fetch-Site", "none");
    }

    /** Returns the redirect to the provider; one of status 200 where the application answers the request. */
    private FakeResponse visit(FakeRequest request) {
        return flow.visit((servletRequest, response) -> flow.silentLogin.looksUp(servletRequest, response), request);
    }

    private boolean isLookedUp(FakeRequest request) throws IOException {
        FakeResponse response = new FakeResponse();
        return flow.silentLogin.looksUp(request.cookies(flow.browser.cookies()).servlet(), response.servlet());
    }

    @Test
    @Tag("CS-08")
    void looksUpWhenItIsTheFirstPageThenOnceAndBackToThatPage() throws IOException {
        FakeResponse response = visit(navigation("/page?a=b"));

        assertThat(response.status()).isEqualTo(302);
        LoginFlow.Asked asked = LoginFlow.asked(response);
        assertThat(asked.parameters()).containsEntry("prompt", "none");
        assertThat(flow.transaction(asked).afterwards().returnTo()).isEqualTo(LoginFlow.APP + "/page?a=b");
        assertThat(response.setCookies())
                .anyMatch(cookie -> cookie.startsWith("__silent=1; Path=/; HttpOnly") && !cookie.contains("Max-Age"));
        assertThat(isLookedUp(navigation("/page"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"login_required", "consent_required", "interaction_required", "account_selection_required"})
    @Tag("CS-08")
    void callbackWhenTheProviderKnowsNobodyThenBackToThePageWithoutAnError(String error) throws IOException {
        LoginFlow.Asked asked = LoginFlow.asked(visit(navigation("/page")));
        FakeResponse response = flow.callback("error=" + error + "&state=" + asked.state());
        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("Location")).isEqualTo(LoginFlow.APP + "/page");
        assertThat(flow.session()).isEmpty();
        assertThat(flow.events).isEmpty();
        assertThat(isLookedUp(navigation("/page"))).isFalse();
    }

    @Test
    void callbackWhenTheProviderKnowsSomebodyThenASession() {
        LoginFlow.Asked asked = LoginFlow.asked(visit(navigation("/page")));
        flow.issue(flow.idToken(asked.nonce()));
        assertThat(flow.callback("code=c&state=" + asked.state()).header("Location"))
                .isEqualTo(LoginFlow.APP + "/page");
        assertThat(flow.session()).isPresent();
    }

    /** The page of the callback leads on by itself; that is a navigation from our own origin. */
    @Test
    void looksUpWhenTheBrowserTakesNoCookiesThenItDoesNotGoRound() throws IOException {
        LoginFlow.Asked asked = LoginFlow.asked(visit(navigation("/page")));
        flow.setCookies(RequestCookies.NONE);
        FakeResponse response = flow.callback("error=login_required&state=" + asked.state());
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body())
                .contains("<meta http-equiv=\"refresh\" content=\"1;url=" + LoginFlow.APP + "/\">")
                .doesNotContain("/auth/login");
        flow.setCookies(RequestCookies.NONE);
        assertThat(isLookedUp(FakeRequest.get("/")
                        .header("Sec-Fetch-Mode", "navigate")
                        .header("Sec-Fetch-Dest", "document")
                        .header("Sec-Fetch-Site", "same-origin")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, navigate, document, none",
        "HEAD, navigate, document, none",
        "GET,  cors,     empty,    same-origin",
        "GET,  navigate, iframe,   cross-site",
        "GET,  no-cors,  image,    cross-site",
        "GET,  navigate, document, same-origin",
    })
    void looksUpWhenItIsNoFirstPageThenNot(String method, String mode, String destination, String site)
            throws IOException {
        assertThat(isLookedUp(FakeRequest.of(method, "/page")
                        .header("Sec-Fetch-Mode", mode)
                        .header("Sec-Fetch-Dest", destination)
                        .header("Sec-Fetch-Site", site)))
                .isFalse();
    }

    @Test
    void looksUpWhenTheRequestDoesNotSayWhatItIsThenNot() throws IOException {
        assertThat(isLookedUp(FakeRequest.get("/page").header("Accept", "text/html")))
                .isFalse();
        assertThat(isLookedUp(navigation("/page").header("Sec-Purpose", "prefetch")))
                .isFalse();
        assertThat(isLookedUp(navigation("/page").header("Authorization", "Bearer x")))
                .isFalse();
    }

    /** After a logout, nobody is logged in again without a click. */
    @Test
    void looksUpWhenSomebodyIsLoggedInThenRememberedForAfterTheLogout() throws IOException {
        flow.logIn();
        assertThat(visit(navigation("/page")).status()).isEqualTo(200);
        List<String> session = flow.browser.cookies().namesBeginningWith("__session");
        flow.browser.receive(
                session.stream().map(name -> name + "=; Max-Age=0; Path=/").toList());
        assertThat(isLookedUp(navigation("/page"))).isFalse();
    }

    @Test
    void looksUpWhenTheProviderIsDownThenThePageIsServedAndNotAskedAgain() throws IOException {
        flow.provider.close();
        assertThat(visit(navigation("/page")).status()).isEqualTo(200);
        assertThat(isLookedUp(navigation("/page"))).isFalse();
    }

    @Test
    @Tag("CS-08")
    void beginWhenTheApplicationAsksSilentlyThenTheSame() {
        LoginFlow.Asked asked = flow.beginBy(LoginOptions.defaults().silent().withReturnTo("/page"));
        FakeResponse response = flow.callback("error=login_required&state=" + asked.state());
        assertThat(response.header("Location")).isEqualTo(LoginFlow.APP + "/page");
    }
}
