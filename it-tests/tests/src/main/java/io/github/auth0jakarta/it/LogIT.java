package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.LoggedRequest;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What the server logs helps to find a fault and holds nothing that opens a door. */
class LogIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @Test
    void holdsNoSecretOfAnyFlow() {
        String token = accessToken(Demo.ALICE_SUB).corruptSignature().sign();
        URI callback = logInUpToCallback(browser).location().orElseThrow();
        browser.visit(callback.toString());
        browser.visit(callback.toString());
        browser.visit(APP + "/page/userinfo");
        call(token, "/api/me");
        LoggedRequest exchange = tenant.requests().last("/oauth/token");
        String cookie = browser.cookies().startingWith(SESSION_COOKIE).get(0).value();

        String log = TestServer.log();

        assertThat(log).contains("auth0");
        assertThat(log)
                .doesNotContain(
                        TestApplication.SECRET,
                        Demo.CLIENT_SECRET,
                        token,
                        cookie,
                        exchange.parameter("code"),
                        exchange.parameter("code_verifier"));
    }
}
