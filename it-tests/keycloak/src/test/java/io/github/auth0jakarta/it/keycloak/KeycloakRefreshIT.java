package io.github.auth0jakarta.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import jakarta.json.JsonObject;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Refresh at a provider that accepts each refresh token once, with offline access. Tokens live 300 s here and are refreshed 400 s before
 * they end, so that each request for one refreshes.
 */
@ExtendWith(ArquillianExtension.class)
class KeycloakRefreshIT {

    private static final String ACCESS_TOKEN = "/page/token";

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.configured()
                .with("auth0.token-refresh-buffer", "400s")
                .build();
    }

    @Test
    void tokenWhenAboutToExpireThenRefreshedWithTheRotatedTokenEachTime() {
        Application.logIn(browser, KeycloakRealm.ALICE);
        JsonObject first = token();
        JsonObject second = token();
        JsonObject third = token();
        assertThat(first.getString("token_type")).isEqualToIgnoringCase("Bearer");
        assertThat(second.getString("sha256")).isNotEqualTo(first.getString("sha256"));
        assertThat(third.getString("sha256")).isNotEqualTo(second.getString("sha256"));
    }

    @Test
    void tokenWhenLoggedOutThenACopyOfTheSessionGetsNone() {
        Application.logIn(browser, KeycloakRealm.ALICE);
        token();
        HttpBrowser copy = browser.copy();
        Answer home = browser.open(Application.BASE + "/auth/logout");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.uri().toString()).startsWith(Application.BASE);
        assertThat(Application.asJson(copy, ACCESS_TOKEN).status()).isEqualTo(401);
        assertThat(Application.asJson(copy, "/page").status()).isEqualTo(401);
    }

    /** Of offline access Keycloak ends the tokens only, and tells nobody. */
    @Test
    void sessionWhenLogoutIsForcedThenEndedByTheNextRefresh() {
        Application.logIn(browser, KeycloakRealm.BOB);
        token();
        awaitNextSecond();
        new KeycloakAdmin(SharedKeycloak.server()).logOut(KeycloakRealm.BOB);
        Answer answer = Application.asJson(browser, ACCESS_TOKEN);
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(Application.asJson(browser, "/page").status()).isEqualTo(401);
    }

    /** A forced logout ends what was issued in the seconds before it, and Keycloak's tokens know no smaller unit. */
    private static void awaitNextSecond() {
        long second = System.currentTimeMillis() / 1000;
        while (System.currentTimeMillis() / 1000 == second) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private JsonObject token() {
        Answer answer = Application.asJson(browser, ACCESS_TOKEN);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
