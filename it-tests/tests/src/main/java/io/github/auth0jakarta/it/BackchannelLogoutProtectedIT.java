package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logouts of an application that protects all of its addresses. */
class BackchannelLogoutProtectedIT extends ClientTest {
    private static final String ROUTE = APP + "/auth/backchannel-logout";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with(ForeignPostFilter.class)
                .protectedAltogether()
                .build();
    }

    @Test
    @Tag("BL-02")
    @Tag("BL-13")
    void theProviderNeedsNoLogin() {
        logInAsAlice(browser);
        HttpBrowser provider = new HttpBrowser();
        String token = tenant.tokens()
                .logoutToken(Demo.ALICE_SUB, Demo.CLIENT_ID, "x")
                .withoutClaim("sid")
                .sign();

        Answer refused = provider.post(RequestKind.PROGRAM, ROUTE, Map.of("logout_token", "x"));
        Answer notPosted = provider.get(RequestKind.PROGRAM, ROUTE);
        Answer answer = provider.post(RequestKind.PROGRAM, ROUTE, Map.of("logout_token", token));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(notPosted.status()).isEqualTo(405);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(identities(browser).status()).isEqualTo(401);
    }

    /** The browser comes back without a session, and the place where it comes to wants one. */
    @Test
    void theBrowserIsSentOnAfterTheLogout() {
        logInAsAlice(browser);

        browser.open(APP + "/auth/logout?returnTo=/app/page%3Fbye");

        assertThat(browser.history()).extracting(Answer::location).contains(Optional.of(URI.create(APP + "/page?bye")));
    }
}
