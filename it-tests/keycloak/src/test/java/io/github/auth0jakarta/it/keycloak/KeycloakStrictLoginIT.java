package io.github.auth0jakarta.it.keycloak;

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
 * Login, refresh, userinfo and logout of an application that signs assertions, pushes its authorization requests and
 * binds its tokens by DPoP, at a provider that demands all of it but knows no nonces. Tokens live 300 s here and are
 * refreshed 400 s before they end, so that each request for one refreshes.
 */
@ExtendWith(ArquillianExtension.class)
class KeycloakStrictLoginIT {

    private static final String ACCESS_TOKEN = "/page/token";

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        StrictClient.register();
        return StrictClient.application()
                .with("auth0.token-refresh-buffer", "400s")
                .build();
    }

    @Test
    void pageWhenLoggedInThenTellsTheCaller() {
        Answer page = Application.logIn(browser, KeycloakRealm.ALICE);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.uri()).hasToString(Application.BASE + "/page");
        JsonObject claims = json("/page").getJsonObject("claims");
        assertThat(claims.getString("preferred_username")).isEqualTo("alice");
    }

    @Test
    void tokenWhenAboutToExpireThenRefreshedAndBoundEachTime() {
        Application.logIn(browser, KeycloakRealm.ALICE);
        JsonObject first = json(ACCESS_TOKEN);
        JsonObject second = json(ACCESS_TOKEN);
        assertThat(first.getString("token_type")).isEqualToIgnoringCase("DPoP");
        assertThat(second.getString("token_type")).isEqualToIgnoringCase("DPoP");
        assertThat(second.getString("sha256")).isNotEqualTo(first.getString("sha256"));
    }

    @Test
    void userInfoWhenTokenIsBoundThenAnsweredForTheProof() {
        Application.logIn(browser, KeycloakRealm.BOB);
        assertThat(json("/page/userinfo").getString("preferred_username")).isEqualTo("bob");
    }

    @Test
    void logoutWhenLoggedInThenBothSessionsEnd() {
        Application.logIn(browser, KeycloakRealm.ALICE);
        Answer home = browser.open(Application.BASE + "/auth/logout");
        assertThat(home.uri().toString()).startsWith(Application.BASE);
        assertThat(Application.asJson(browser, "/page").status()).isEqualTo(401);
        assertThat(LoginPage.isShown(browser.open(Application.BASE + "/page"))).isTrue();
    }

    private JsonObject json(String path) {
        Answer answer = Application.asJson(browser, path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
