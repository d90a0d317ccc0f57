package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.LogoutDelivery;
import io.github.auth0jakarta.tenant.TokenBuilder;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Back-channel logout, in an application that refuses posts from elsewhere. */
class BackchannelLogoutIT extends ClientTest {
    private static final String ROUTE = APP + "/auth/backchannel-logout";

    private final HttpBrowser provider = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().with(ForeignPostFilter.class).build();
    }

    @AfterEach
    void tellNobody() {
        tenant.register(Demo.client(APP).build());
    }

    private TokenBuilder logoutToken(String sid) {
        return tenant.tokens().logoutToken(Demo.ALICE_SUB, Demo.CLIENT_ID, sid);
    }

    private Answer send(TokenBuilder token) {
        return provider.post(RequestKind.PROGRAM, ROUTE, Map.of("logout_token", token.sign()));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getString("error")).isEqualTo("invalid_request");
        assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(answer.cookies()).isEmpty();
    }

    @Test
    @Tag("BL-01")
    @Tag("BL-13")
    void endsTheSessionWhenTheProviderSaysSo() throws InterruptedException {
        // Those of other tests, without telling anybody.
        tenant.sessions().end(Demo.ALICE_SUB);
        tenant.register(Demo.client(APP).backchannelLogoutUri(ROUTE).build());
        logInAsAlice(browser);

        tenant.sessions().end(sid(browser));

        assertThat(tenant.logoutDeliveries().await(1, Duration.ofSeconds(10)))
                .extracting(LogoutDelivery::status)
                .containsExactly(200);
        assertAnonymous(browser);
    }

    @Test
    @Tag("BL-01")
    @Tag("BL-02")
    @Tag("BL-14")
    void endsTheSessionThatTheTokenNamesAndNoOther() {
        HttpBrowser other = new HttpBrowser();
        logInAsAlice(browser);
        logInAsAlice(other);

        Answer answer = send(logoutToken(sid(browser)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
        assertAnonymous(browser);
        assertCaller(other, Demo.ALICE_SUB);
    }

    @Test
    @Tag("BL-01")
    void endsAllSessionsOfTheUserWhereTheTokenNamesNone() {
        HttpBrowser other = new HttpBrowser();
        HttpBrowser bob = new HttpBrowser();
        logInAsCarol(browser);
        logInAsCarol(other);
        logInAsBob(bob);

        send(tenant.tokens().logoutToken(CAROL_SUB, Demo.CLIENT_ID, "x").withoutClaim("sid"));

        assertAnonymous(browser);
        assertAnonymous(other);
        assertCaller(bob, Demo.BOB_SUB);
    }

    @Test
    @Tag("BL-10")
    void aReplayEndsNoLaterSession() {
        TokenBuilder token = logoutToken("x").withoutClaim("sid");
        token.claim("iat", System.currentTimeMillis() / 1000 - 30);
        assertThat(send(token).status()).isEqualTo(200);
        logInAsAlice(browser);

        assertRefused(send(token));

        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    @Tag("BL-02")
    @Tag("BL-03")
    @Tag("BL-09")
    void whatIsNoLogoutTokenEndsNothing() {
        logInAsAlice(browser);
        String sid = sid(browser);

        assertRefused(send(logoutToken(sid).claim("aud", "other")));
        assertRefused(send(logoutToken(sid).unsigned()));
        assertRefused(send(logoutToken(sid).corruptSignature()));
        assertRefused(send(tenant.tokens().idToken(Demo.ALICE_SUB, Demo.CLIENT_ID, "n")));
        assertRefused(send(accessToken(Demo.ALICE_SUB)));

        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    @Tag("BL-11")
    void theBrowserThatSendsItCountsForNothing() {
        HttpBrowser bob = new HttpBrowser();
        logInAsAlice(browser);
        logInAsBob(bob);

        bob.post(
                RequestKind.PROGRAM,
                ROUTE,
                Map.of("logout_token", logoutToken(sid(browser)).sign()));

        assertAnonymous(browser);
        assertCaller(bob, Demo.BOB_SUB);
    }

    @Test
    @Tag("BL-12")
    void onlyAPostedFormIsTaken() {
        String token = logoutToken("x").sign();

        Answer get = provider.get(RequestKind.PROGRAM, ROUTE + "?logout_token=" + token);
        assertThat(get.status()).isEqualTo(405);
        assertThat(get.header("Allow")).contains("POST");
        Answer json = provider.post(
                RequestKind.PROGRAM, ROUTE, Map.of("Content-Type", "application/json"), "{\"logout_token\":\"x\"}");
        assertThat(json.status()).isEqualTo(415);
        assertRefused(
                provider.post(RequestKind.PROGRAM, ROUTE + "?logout_token=" + token, Map.of("logout_token", token)));
    }

    @Test
    @Tag("BL-20")
    void aLargeBodyIsNotRead() {
        Answer answer = provider.post(RequestKind.PROGRAM, ROUTE, Map.of("logout_token", "x".repeat(100 * 1024)));

        assertThat(answer.status()).isIn(400, 413);
    }

    @Test
    @Tag("BL-16")
    void anUnknownSessionIsNoError() {
        assertThat(send(logoutToken("nobody's")).status()).isEqualTo(200);
    }
}
