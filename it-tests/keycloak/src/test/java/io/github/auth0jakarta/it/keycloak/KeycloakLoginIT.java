package io.github.auth0jakarta.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Login, session and logout of the library, with Keycloak's own pages. Keycloak ends its session when the refresh token
 * is revoked, so that is off here: what ends the session must be the logout that the browser is sent to.
 */
@ExtendWith(ArquillianExtension.class)
class KeycloakLoginIT {

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.configured()
                .with("auth0.scope", "openid profile email")
                .with("auth0.logout.revoke-refresh-token", "false")
                .build();
    }

    @Test
    void pageWhenAnonymousThenKeycloakAsksForThePasswordAndLeadsBack() {
        Answer asked = browser.open(Application.BASE + "/page");
        assertThat(asked.uri().toString()).startsWith(SharedKeycloak.server().issuer());
        Answer page = browser.submit(LoginPage.filledIn(asked, KeycloakRealm.ALICE));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.uri()).hasToString(Application.BASE + "/page");
    }

    @Test
    void pageWhenScriptIsAnonymousThenUnauthorized() {
        Answer answer = browser.get(RequestKind.FETCH, Application.BASE + "/page");
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void pageWhenLoggedInThenTellsCallerClaimsAndGroups() {
        Application.logIn(browser, KeycloakRealm.ALICE);
        JsonObject caller = Application.asJson(browser, "/page").json();
        JsonObject claims = caller.getJsonObject("claims");
        assertThat(claims.getString("preferred_username")).isEqualTo("alice");
        assertThat(claims.getString("email")).isEqualTo("alice@example.com");
        assertThat(caller.getString("caller")).isNotEmpty().isEqualTo(claims.getString("sub"));
        assertThat(Application.groups(caller)).contains("admin").doesNotContain("clerk");
    }

    @Test
    void pageWhenAnotherUserLogsInThenTellsThatOne() {
        Application.logIn(browser, KeycloakRealm.BOB);
        JsonObject caller = Application.asJson(browser, "/page").json();
        assertThat(caller.getJsonObject("claims").getString("preferred_username"))
                .isEqualTo("bob");
        assertThat(Application.groups(caller)).contains("clerk").doesNotContain("admin");
    }

    @Test
    void userInfoWhenLoggedInThenKeycloakAcceptsTheSessionsAccessToken() {
        Application.logIn(browser, KeycloakRealm.ALICE);
        JsonObject claims = Application.asJson(browser, "/page/userinfo").json();
        assertThat(claims.getString("preferred_username")).isEqualTo("alice");
        assertThat(claims.getString("sub"))
                .isEqualTo(Application.asJson(browser, "/page").json().getString("caller"));
    }

    @Test
    void loginWhenPasswordIsWrongThenNobodyIsLoggedIn() {
        Answer asked = browser.open(Application.BASE + "/page");
        Answer again = browser.submit(LoginPage.filledIn(asked, new KeycloakRealm.User("alice", "wrong")));
        assertThat(LoginPage.isShown(again)).isTrue();
        assertThat(Application.asJson(browser, "/page").status()).isEqualTo(401);
    }

    @Test
    void loginWhenOnlyTheLocalSessionIsGoneThenNoPasswordIsAsked() {
        Application.logIn(browser, KeycloakRealm.ALICE);
        browser.cookies().keepOnly("KEYCLOAK_");
        Answer page = browser.open(Application.BASE + "/page");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.uri()).hasToString(Application.BASE + "/page");
    }

    @Test
    void logoutWhenLoggedInThenBothSessionsEndAndTheNextLoginAsksForThePassword() {
        Application.logIn(browser, KeycloakRealm.ALICE);
        int before = browser.history().size();
        Answer home = browser.open(Application.BASE + "/auth/logout");
        assertThat(browser.history().subList(before, browser.history().size()))
                .filteredOn(answer -> answer.uri()
                        .toString()
                        .startsWith(SharedKeycloak.server().issuer()))
                .extracting(Answer::status)
                .as("Keycloak asks nothing and leads back")
                .containsExactly(302);
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.uri().toString()).startsWith(Application.BASE);
        assertThat(Application.asJson(browser, "/page").status()).isEqualTo(401);
        assertThat(LoginPage.isShown(browser.open(Application.BASE + "/page"))).isTrue();
    }

    @Test
    @Tag("LO-03")
    void logoutWhenAPlaceIsWishedThenKeycloakLeadsToTheRegisteredOneAndTheStateFromThereToIt() {
        Application.logIn(browser, KeycloakRealm.ALICE);
        String wished = URI.create(Application.BASE).getPath() + "/test/identities";
        String atKeycloak = browser.visit(Application.BASE + "/auth/logout?returnTo=" + wished)
                .location()
                .orElseThrow()
                .toString();
        assertThat(atKeycloak)
                .startsWith(SharedKeycloak.server().issuer() + "/protocol/openid-connect/logout?")
                .contains("client_id=" + KeycloakRealm.APPLICATION.id())
                .contains("&post_logout_redirect_uri=" + URLEncoder.encode(Application.BASE, StandardCharsets.UTF_8)
                        + "&")
                .doesNotContain("identities");
        Answer place = browser.open(atKeycloak);
        assertThat(place.uri()).hasToString(Application.BASE + "/test/identities");
        assertThat(place.json().getString("source")).isEqualTo("NONE");
        assertThat(LoginPage.isShown(browser.open(Application.BASE + "/page"))).isTrue();
    }
}
