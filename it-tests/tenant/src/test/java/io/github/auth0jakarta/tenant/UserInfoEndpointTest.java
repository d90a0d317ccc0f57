package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class UserInfoEndpointTest {

    private static final TestClock CLOCK = new TestClock();
    private static final Tenant TENANT =
            Tenant.builder().clock(CLOCK).demo(Application.URL).start();

    private final Application application = new Application(TENANT);

    @AfterAll
    static void stop() {
        TENANT.close();
    }

    @Test
    void tellsWhatTheScopesAllow() throws Exception {
        String token = application.tokens(Map.of("scope", "openid email")).text("access_token");
        assertThat(application.userInfo(token).json())
                .containsEntry("sub", Demo.ALICE_SUB)
                .containsEntry("email", Demo.ALICE_EMAIL)
                .doesNotContainKey("name");
    }

    @Test
    void takesAPost() throws Exception {
        Answer answer = application.browser.send(Browser.request(application.at("/userinfo"))
                .header("Authorization", "bearer " + valid().sign())
                .POST(BodyPublishers.ofString("x".repeat(50_000))));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void withoutTokenTheChallengeHasNoError() throws Exception {
        Answer answer = application.browser.get(application.at("/userinfo"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"tenant\"");
    }

    @Test
    void refusesWhatIsNoCurrentTokenForIt() throws Exception {
        assertThat(application.userInfo(valid().sign()).status()).isEqualTo(200);
        assertRefused("garbage");
        assertRefused(valid().corruptSignature().sign());
        assertRefused(valid().unsigned().sign());
        assertRefused(valid().forgedWith(TENANT.keys().generate()).sign());
        assertRefused(valid().claim("aud", Demo.AUDIENCE).sign());
        assertRefused(valid().claim("exp", CLOCK.instant()).sign());
        assertRefused(valid().withoutClaim("exp").sign());
        assertRefused(valid().claim("sub", "auth0|nobody").sign());
        assertRefused(
                TENANT.tokens().idToken(Demo.ALICE_SUB, Demo.CLIENT_ID, "nonce").sign());
    }

    @Test
    void refusesATokenWithoutOpenid() throws Exception {
        Answer answer =
                application.userInfo(valid().claim("scope", "read:orders").sign());
        assertThat(answer.error()).isEqualTo("403 insufficient_scope");
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
    }

    @Test
    void refusesOtherSchemes() throws Exception {
        Answer answer = application.browser.send(
                Browser.request(application.at("/userinfo")).header("Authorization", "Basic eDp5"));
        assertThat(answer.error()).isEqualTo("400 invalid_request");
    }

    @Test
    void opaqueTokenExpires() throws Exception {
        String token = application.tokens(Map.of("audience", "")).text("access_token");
        CLOCK.advance(Duration.ofHours(24));
        assertThat(application.userInfo(token).error()).isEqualTo("401 invalid_token");
    }

    private void assertRefused(String token) throws Exception {
        Answer answer = application.userInfo(token);
        assertThat(answer.error()).isEqualTo("401 invalid_token");
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    private static TokenBuilder valid() {
        return TENANT.tokens().accessToken(Demo.ALICE_SUB, Demo.CLIENT_ID, Demo.AUDIENCE, "openid", "email");
    }
}
