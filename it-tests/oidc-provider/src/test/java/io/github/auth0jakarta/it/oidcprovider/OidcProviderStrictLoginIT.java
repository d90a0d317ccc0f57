package io.github.auth0jakarta.it.oidcprovider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import jakarta.json.JsonObject;
import java.util.Arrays;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Login, refresh, userinfo and logout of an application that signs assertions, pushes its authorization requests and
 * binds its tokens by DPoP, at a provider that demands all of it, and nonces in every proof. Tokens live 300 s here and
 * are refreshed 400 s before they end, so that each request for one refreshes.
 */
@ExtendWith(ArquillianExtension.class)
class OidcProviderStrictLoginIT {

    private static final String ACCESS_TOKEN = "/page/token";

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.strict().with("auth0.token-refresh-buffer", "400s").build();
    }

    @Test
    @Tag("AR-12")
    void pageWhenAnonymousThenAddressOfTheProviderSaysNothingButWhatWasPushed() {
        browser.open(Application.BASE + "/page");
        assertThat(browser.history())
                .map(Answer::uri)
                .filteredOn(uri ->
                        uri.toString().startsWith(SharedOidcProvider.server().issuer() + "/auth?"))
                .singleElement()
                .satisfies(uri -> assertThat(Arrays.stream(uri.getRawQuery().split("&"))
                                .map(parameter -> parameter.substring(0, parameter.indexOf('='))))
                        .containsExactlyInAnyOrder("client_id", "request_uri"));
    }

    @Test
    void pageWhenLoggedInThenTellsTheCaller() {
        Answer page = Application.logIn(browser, Registered.ALICE);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.uri()).hasToString(Application.BASE + "/page");
        assertThat(Application.asJson(browser, "/page").json().getString("caller"))
                .isEqualTo("user-alice");
    }

    @Test
    @Tag("DP-25")
    void tokenWhenAboutToExpireThenRefreshedAndBoundEachTime() {
        Application.logIn(browser, Registered.ALICE);
        JsonObject first = json(ACCESS_TOKEN);
        JsonObject second = json(ACCESS_TOKEN);
        assertThat(first.getString("token_type")).isEqualToIgnoringCase("DPoP");
        assertThat(second.getString("token_type")).isEqualToIgnoringCase("DPoP");
        assertThat(second.getString("sha256")).isNotEqualTo(first.getString("sha256"));
    }

    @Test
    @Tag("DP-21")
    void userInfoWhenProviderDemandsANonceThenAskedAgainWithIt() {
        Application.logIn(browser, Registered.BOB);
        assertThat(json("/page/userinfo").getString("preferred_username")).isEqualTo("bob");
    }

    @Test
    void logoutWhenConfirmedThenBothSessionsEnd() {
        Application.logIn(browser, Registered.ALICE);
        Answer home = ProviderPages.confirmLogout(browser, browser.open(Application.BASE + "/auth/logout"));
        assertThat(home.uri().toString()).startsWith(Application.BASE);
        assertThat(Application.asJson(browser, "/page").status()).isEqualTo(401);
        assertThat(ProviderPages.isLogin(browser.open(Application.BASE + "/page")))
                .isTrue();
    }

    private JsonObject json(String path) {
        Answer answer = Application.asJson(browser, path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
