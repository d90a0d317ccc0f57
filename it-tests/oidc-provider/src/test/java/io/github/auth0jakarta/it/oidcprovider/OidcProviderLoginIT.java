package io.github.auth0jakarta.it.oidcprovider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import jakarta.json.JsonObject;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Login, session and logout of an application without an API: its access tokens are opaque, and for userinfo alone. */
@ExtendWith(ArquillianExtension.class)
class OidcProviderLoginIT {

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.configured().build();
    }

    @BeforeEach
    void forgetRequests() {
        ProviderRequest.forgetAll();
    }

    @Test
    void pageWhenAnonymousThenProviderAsksForThePasswordAndLeadsBack() {
        Answer asked = browser.open(Application.BASE + "/page");
        assertThat(asked.uri().toString())
                .startsWith(SharedOidcProvider.server().issuer());
        Answer page = browser.submit(ProviderPages.login(asked, Registered.ALICE));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.uri()).hasToString(Application.BASE + "/page");
    }

    @Test
    void pageWhenLoggedInThenTellsCallerClaimsAndGroups() {
        Application.logIn(browser, Registered.ALICE);
        JsonObject caller = Application.asJson(browser, "/page").json();
        JsonObject claims = caller.getJsonObject("claims");
        assertThat(caller.getString("caller")).isEqualTo("user-alice").isEqualTo(claims.getString("sub"));
        assertThat(claims.getString("email")).isEqualTo("alice@example.com");
        assertThat(Application.groups(caller)).contains("admin").doesNotContain("clerk");
    }

    @Test
    void userInfoWhenLoggedInThenProviderAcceptsTheOpaqueAccessToken() {
        Application.logIn(browser, Registered.BOB);
        JsonObject claims = Application.asJson(browser, "/page/userinfo").json();
        assertThat(claims.getString("sub")).isEqualTo("user-bob");
        assertThat(claims.getString("preferred_username")).isEqualTo("bob");
    }

    @Test
    void loginWhenPasswordIsWrongThenNobodyIsLoggedIn() {
        Answer asked = browser.open(Application.BASE + "/page");
        Answer again = browser.submit(ProviderPages.login(asked, new Registered.User("alice", "wrong")));
        assertThat(ProviderPages.isLogin(again)).isTrue();
        assertThat(Application.asJson(browser, "/page").status()).isEqualTo(401);
    }

    @Test
    void loginWhenOnlyTheLocalSessionIsGoneThenNoPasswordIsAsked() {
        Application.logIn(browser, Registered.ALICE);
        browser.cookies().keepOnly("_session");
        Answer page = browser.open(Application.BASE + "/page");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.uri()).hasToString(Application.BASE + "/page");
    }

    @Test
    void logoutWhenConfirmedThenBothSessionsEndAndTheNextLoginAsksForThePassword() {
        Application.logIn(browser, Registered.ALICE);
        Answer asked = browser.open(Application.BASE + "/auth/logout");
        assertThat(ProviderPages.isLogout(asked)).as(asked.body()).isTrue();
        Answer home = ProviderPages.confirmLogout(browser, asked);
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.uri().toString()).startsWith(Application.BASE);
        assertThat(Application.asJson(browser, "/page").status()).isEqualTo(401);
        assertThat(ProviderPages.isLogin(browser.open(Application.BASE + "/page")))
                .isTrue();
    }

    @Test
    @Tag("TC-01")
    void clientWhenItsSecretIsForTheFormThenSentThereOnly() {
        Application.logIn(browser, Registered.ALICE);
        assertThat(ProviderRequest.to(ProviderRequest.TOKEN)).singleElement().satisfies(request -> {
            assertThat(request.parameter("client_id")).isEqualTo(Registered.CLIENT);
            assertThat(request.parameter("client_secret")).isEqualTo(Registered.CLIENT_SECRET);
            assertThat(request.scheme()).isEmpty();
        });
    }

    @Test
    @Tag("LO-03")
    void logoutWhenAPlaceIsWishedThenProviderLeadsToTheRegisteredOneAndTheStateFromThereToIt() {
        Application.logIn(browser, Registered.ALICE);
        String wished = URI.create(Application.BASE).getPath() + "/test/identities";
        Answer asked = browser.open(Application.BASE + "/auth/logout?returnTo=" + wished);
        assertThat(ProviderRequest.to(ProviderRequest.END_SESSION))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.parameter("client_id")).isEqualTo(Registered.CLIENT);
                    assertThat(request.parameter("post_logout_redirect_uri")).isEqualTo(Application.BASE);
                    assertThat(request.parameter("state")).hasSize(43);
                    assertThat(request.parameter("id_token_hint")).isNotEmpty();
                });
        Answer place = ProviderPages.confirmLogout(browser, asked);
        assertThat(place.uri()).hasToString(Application.BASE + "/test/identities");
        assertThat(place.json().getString("source")).isEqualTo("NONE");
        assertThat(ProviderPages.isLogin(browser.open(Application.BASE + "/page")))
                .isTrue();
    }

    @Test
    @Tag("LO-05")
    void logoutWhenLoggedInThenRefreshTokenIsRevoked() {
        Application.logIn(browser, Registered.ALICE);
        browser.visit(Application.BASE + "/auth/logout");
        ProviderRequest revocation =
                ProviderRequest.to(ProviderRequest.REVOCATION).get(0);
        assertThat(revocation.status()).isEqualTo(200);
        SdkClient client = SdkClient.withSecret(
                SdkClient.discover(SharedOidcProvider.server().issuer()));
        RefreshToken token = new RefreshToken(revocation.parameter("token"));
        assertThat(client.ask(new RefreshTokenGrant(token), null).getBody()).contains("invalid_grant");
        assertThat(ProviderRequest.to(ProviderRequest.REVOCATION)).hasSize(1);
    }
}
