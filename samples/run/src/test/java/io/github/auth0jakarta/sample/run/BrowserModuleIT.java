package io.github.auth0jakarta.sample.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.tenant.Demo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The functions of {@code auth0.js} in a real browser, on pages of the sample. */
class BrowserModuleIT extends BrowserTest {
    @Test
    void strangersAreNobody() {
        visitor.open("/");
        assertThat(visitor.runWithModule("return auth0.getUser()")).isNull();
        assertThat(visitor.runWithModule("return auth0.isAuthenticated()")).isEqualTo(false);
        assertThat(visitor.runWithModule("return auth0.getAccessToken()")).isEqualTo("failed: session.missing");
        assertThat(visitor.runWithModule("return (await auth0.fetchWithAuth('/api/orders')).status"))
                .isEqualTo(401L);
        assertThat(sample.tenant().requests().to("/authorize")).isEmpty();
    }

    @Test
    void userIsTheProfileWithoutTokens() {
        logInAsAlice("/profile");
        visitor.press("get-user");
        assertThat(visitor.text("module-answer"))
                .contains("Alice Example", Demo.ALICE_EMAIL)
                .doesNotContain("nonce", "at_hash");
        assertThat(visitor.runWithModule("return auth0.isAuthenticated()")).isEqualTo(true);
        visitor.takePicture("profile-script");
    }

    @Test
    void accessTokenComesWithWhatIsKnownAboutIt() {
        logInAsAlice("/profile");
        String token = String.valueOf(visitor.runWithModule("return auth0.getAccessToken()"));
        assertThat(token.split("\\.")).hasSize(3);

        visitor.press("get-access-token");
        assertThat(visitor.text("module-answer"))
                .contains("not shown", "Bearer", "offline_access", "expires_in")
                .doesNotContain(token);

        assertThat(visitor.runWithModule("return (await auth0.getAccessToken({ audience: '" + Demo.REPORTS_AUDIENCE
                        + "', scope: 'read:reports', detailed: true })).scope"))
                .asString()
                .contains("read:reports");
    }

    @Test
    void loginComesBackToWhereItBegan() {
        visitor.open("/?table=7#ways");
        visitor.leaveByModule("loginWithRedirect({ screen_hint: 'signup' })");
        visitor.fillIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        assertThat(visitor.title()).isEqualTo("Sign up");
        visitor.pressAndLeave("login");
        assertThat(visitor.address()).isEqualTo(sample.url() + "/?table=7#ways");
        assertThat(visitor.text("caller")).isEqualTo("Alice Example");
    }

    @Test
    void logoutEndsTheSessionHereAndAtTheTenant() {
        logInAsAlice("/profile");
        visitor.press("logout-by-module");
        visitor.awaitText("caller", "Hello, stranger");
        assertThat(visitor.runWithModule("return auth0.getUser()")).isNull();
        visitor.open("/profile");
        assertThat(visitor.title()).isEqualTo("Log in");
    }

    @Test
    void windowLogsInAndThePageStays() {
        visitor.open("/");
        String opener = visitor.window();
        visitor.run("window.written = 'a letter'");
        visitor.leaveByModule("loginWithPopup().then((user) => { document.title = user.name })");
        visitor.switchToPopup();
        visitor.takePicture("popup");
        visitor.fillIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        visitor.pressLast("login", opener);
        visitor.awaitTitle("Alice Example");
        assertThat(visitor.run("return window.written")).isEqualTo("a letter");
    }

    @Test
    void buttonLogsInInAWindow() {
        visitor.open("/");
        String opener = visitor.window();
        visitor.press("login-with-popup");
        visitor.switchToPopup();
        visitor.fillIn(Demo.BOB_EMAIL, Demo.BOB_PASSWORD);
        visitor.pressLast("login", opener);
        visitor.awaitText("caller", "Bob Example");
        assertThat(visitor.address()).isEqualTo(sample.url() + "/");
    }

    @Test
    void windowThatIsClosedIsACancelledLogin() {
        visitor.open("/");
        String opener = visitor.window();
        visitor.press("login-with-popup");
        visitor.switchToPopup();
        assertThat(visitor.title()).isEqualTo("Log in");
        visitor.closeWindow(opener);
        visitor.awaitText("popup-outcome", "Not logged in: popup_cancelled");
        assertThat(visitor.runWithModule("return auth0.isAuthenticated()")).isEqualTo(false);
        visitor.takePicture("popup-cancelled");
    }

    @Test
    void windowTellsWhyALoginFailed() {
        visitor.open("/");
        String opener = visitor.window();
        visitor.press("login-with-popup");
        visitor.switchToPopup();
        visitor.pressLast("deny", opener);
        visitor.awaitText("popup-outcome", "Not logged in: login.denied");
    }

    @Test
    void windowThatTakesTooLongIsClosed() {
        visitor.open("/");
        assertThat(visitor.runWithModule("return auth0.loginWithPopup({ timeoutInSeconds: 1 })"))
                .isEqualTo("failed: popup_timeout");
        visitor.awaitOneWindow();
    }

    @Test
    void blockedWindowIsToldAtOnce() {
        visitor.open("/");
        assertThat(visitor.runWithModule("window.open = () => null; return auth0.loginWithPopup()"))
                .isEqualTo("failed: popup_blocked");
    }

    @Test
    void messagesOfOthersAreNoLogin() {
        visitor.open("/");
        assertThat(visitor.runWithModule("""
                const login = auth0.loginWithPopup({ timeoutInSeconds: 1 });
                window.postMessage({ type: 'auth0:login', success: true }, '*');
                return login;
                """)).isEqualTo("failed: popup_timeout");
    }

    @Test
    void ownApiIsCalledWithTheSession() {
        logInAsAlice("/profile");
        assertThat(visitor.runWithModule("return (await auth0.fetchWithAuth('/api/orders')).status"))
                .isEqualTo(200L);
        assertThat(visitor.runWithModule("return (await (await auth0.fetchWithAuth('/api/orders')).json())[0].item"))
                .isEqualTo("Flat white");
    }

    @Test
    void otherApisGetATokenOnlyWhereThePageNamesThem() throws Exception {
        try (PageServer api = PageServer.start()) {
            logInAsAlice("/profile");
            String call = "return (await auth0.fetchWithAuth('" + api.url() + "/api')).status";
            assertThat(visitor.runWithModule(call)).isEqualTo("failed: origin_not_allowed");
            String configured = "auth0.configure({ apis: ['" + api.url() + "'] });" + call;
            // The sample's policy has the last word.
            assertThat(visitor.runWithModule(configured)).asString().startsWith("failed: TypeError");
            assertThat(api.authorizations()).isEmpty();

            visitor.ignorePolicies();
            visitor.open("/profile");
            assertThat(visitor.runWithModule(configured)).isEqualTo(200L);
            assertThat(api.authorizations()).hasSize(1);
            assertThat(statusOfOrders(api.authorizations().get(0))).isEqualTo(200);
        }
    }

    @Test
    void routesMayBeElsewhere() {
        visitor.open("/");
        assertThat(visitor.runWithModule("auth0.configure({ accessToken: '/nowhere' }); return auth0.getAccessToken()"))
                .isEqualTo("failed: access_token_route_off");
        assertThat(visitor.runWithModule("auth0.configure({ profile: '/nowhere' }); return auth0.getUser()"))
                .isEqualTo("failed: profile");
        visitor.runWithModule("auth0.configure({ login: '/login-with-options' })");
        visitor.leaveByModule("loginWithRedirect()");
        visitor.logIn(Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
        // That route has an opinion of its own.
        assertThat(visitor.address()).isEqualTo(sample.url() + "/profile");
    }

    @Test
    void applicationThatDoesNotAnswerIsAFailure() {
        visitor.open("/");
        assertThat(visitor.runWithModule("auth0.configure({ root: 'http://127.0.0.1:1/' }); return auth0.getUser()"))
                .isEqualTo("failed: network");
    }

    private static int statusOfOrders(String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sample.url() + "/api/orders"))
                .header("Authorization", authorization)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
