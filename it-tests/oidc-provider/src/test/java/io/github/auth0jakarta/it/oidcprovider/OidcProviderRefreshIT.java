package io.github.auth0jakarta.it.oidcprovider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import jakarta.json.JsonObject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Refresh at a provider that accepts each refresh token once and answers a second use by revoking all. Tokens live
 * 300 s here and are refreshed 400 s before they end, so that each request for one refreshes.
 */
@ExtendWith(ArquillianExtension.class)
class OidcProviderRefreshIT {

    private static final String ACCESS_TOKEN = "/page/token";

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.configured()
                .with("auth0.audience", Registered.AUDIENCE)
                .with("auth0.scope", "openid profile email offline_access read:orders")
                .with("auth0.token-refresh-buffer", "400s")
                .build();
    }

    @Test
    void tokenWhenAboutToExpireThenRefreshedWithTheRotatedTokenEachTime() {
        Application.logIn(browser, Registered.ALICE);
        JsonObject first = token();
        JsonObject second = token();
        JsonObject third = token();
        assertThat(first.getString("audience")).isEqualTo(Registered.AUDIENCE);
        assertThat(second.getString("sha256")).isNotEqualTo(first.getString("sha256"));
        assertThat(third.getString("sha256")).isNotEqualTo(second.getString("sha256"));
    }

    /** This provider lists for an access token the scopes of its API only. */
    @Test
    void tokenWhenGrantedScopeIsSmallerThanAskedThenTellsTheGrantedOne() {
        Application.logIn(browser, Registered.ALICE);
        assertThat(token().getString("scope")).isEqualTo("read:orders");
    }

    @Test
    void tokenWhenLoggedOutThenACopyOfTheSessionGetsNone() {
        Application.logIn(browser, Registered.ALICE);
        HttpBrowser copy = browser.copy();
        ProviderPages.confirmLogout(browser, browser.open(Application.BASE + "/auth/logout"));
        Answer answer = Application.asJson(copy, ACCESS_TOKEN);
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    }

    private JsonObject token() {
        Answer answer = Application.asJson(browser, ACCESS_TOKEN);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
