package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Fault;
import java.time.Duration;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The access token of the session, and what the application does with it at the provider. */
class AccessTokenIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @AfterEach
    void issueLongLivedTokensAgain() {
        tenant.settings().accessTokenLifetime(Duration.ofHours(24));
    }

    @Test
    void userInfoIsThatOfTheCaller() {
        logInAsAlice(browser);

        Answer answer = browser.visit(APP + "/page/userinfo");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("sub")).isEqualTo(Demo.ALICE_SUB);
        assertThat(answer.json().getString("email")).isEqualTo(Demo.ALICE_EMAIL);
    }

    @Test
    void tokenIsDescribedButNotShown() {
        logInAsAlice(browser);

        Answer answer = browser.visit(APP + "/page/token");

        assertThat(answer.json().getString("token_type")).isEqualToIgnoringCase("Bearer");
        assertThat(answer.json().getString("sha256")).matches("[0-9a-f]{64}");
        assertThat(answer.json().getString("scope").split(" ")).contains("openid");
        assertThat(Instant.ofEpochSecond(answer.json().getInt("expires_at"))).isAfter(Instant.now());
        assertThat(answer.body()).doesNotContain("eyJ");
    }

    @Test
    void tokenStaysTheSameWhileItIsGood() {
        logInAsAlice(browser);

        assertThat(hash("/page/token")).isEqualTo(hash("/page/token"));
        assertThat(hash("/page/token?audience=https%3A%2F%2Fapi.example.com")).isEqualTo(hash("/page/token"));
        assertThat(tenant.requests().count("/oauth/token")).isEqualTo(1);
    }

    @Test
    void tokenThatIsAboutToEndIsRefreshed() {
        tenant.settings().accessTokenLifetime(Duration.ofSeconds(30));
        logInAsAlice(browser);
        tenant.settings().accessTokenLifetime(Duration.ofHours(1));

        String first = hash("/page/token");
        String second = hash("/page/token");

        assertThat(tenant.requests().to("/oauth/token"))
                .extracting(request -> request.parameter("grant_type"))
                .containsExactly("authorization_code", "refresh_token");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void whenTheProviderRefusesToRefreshThenLoginIsNeeded() {
        tenant.settings().accessTokenLifetime(Duration.ofSeconds(30));
        logInAsAlice(browser);
        tenant.faults().inject("/oauth/token", Fault.error(403, "invalid_grant"));

        Answer answer = browser.visit(APP + "/page/token");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().getString("code")).isEqualTo("server.invalid_grant");
    }

    @Test
    void whenThereIsNoLoginThenAnAccessTokenOfTheApiIsNoSession() {
        Answer answer = call(accessToken(Demo.ALICE_SUB).sign(), "/page/token");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().getString("code")).isEqualTo("session.missing");
    }

    @Test
    void whenTheProviderIsDownThenTheAnswerIsABadGateway() {
        logInAsAlice(browser);
        tenant.goOffline();

        Answer answer = browser.visit(APP + "/page/userinfo");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.json().getString("code")).isEqualTo("transport.failed");
    }

    @Test
    void whenTheProviderIsSlowThenTheAnswerIsAGatewayTimeout() {
        logInAsAlice(browser);
        tenant.faults().inject("/userinfo", Fault.delay(Duration.ofSeconds(20)));

        Answer answer = browser.get(RequestKind.NAVIGATION, APP + "/page/userinfo");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.json().getString("code")).isEqualTo("transport.timeout");
    }

    private String hash(String path) {
        return browser.visit(APP + path).json().getString("sha256");
    }
}
