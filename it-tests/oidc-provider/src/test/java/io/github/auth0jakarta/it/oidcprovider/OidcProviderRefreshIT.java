package io.github.auth0jakarta.it.oidcprovider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Refresh at a provider that accepts each refresh token once and answers a second use by revoking all, for a client with
 * its secret in the header. Tokens live 300 s here and are refreshed 400 s before they end, so that each request for one
 * refreshes.
 */
@ExtendWith(ArquillianExtension.class)
class OidcProviderRefreshIT {

    private static final String ACCESS_TOKEN = "/page/token";

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.basic()
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

    @Test
    @Tag("TC-01")
    @Tag("LO-05")
    void clientWhenItsSecretIsForTheHeaderThenSentThereOnlyAndEncoded() {
        ProviderRequest.forgetAll();
        Application.logIn(browser, Registered.ALICE);
        token();
        browser.visit(Application.BASE + "/auth/logout");
        List<ProviderRequest> requests = ProviderRequest.all();
        assertThat(requests)
                .extracting(ProviderRequest::endpoint)
                .containsExactly(ProviderRequest.TOKEN, ProviderRequest.TOKEN, ProviderRequest.REVOCATION);
        assertThat(requests).allSatisfy(request -> {
            assertThat(request.status()).isEqualTo(200);
            assertThat(request.scheme()).isEqualTo("Basic");
            assertThat(request.has("client_secret")).isFalse();
        });
    }

    private JsonObject token() {
        Answer answer = Application.asJson(browser, ACCESS_TOKEN);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
