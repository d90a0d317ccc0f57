package io.github.auth0jakarta.it.oidcprovider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import java.util.Arrays;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Login, userinfo and logout of an application that signs assertions, pushes its authorization requests and binds its
 * tokens by DPoP, at a provider that demands all of it, and nonces in every proof. Each test begins without a nonce.
 */
@ExtendWith(ArquillianExtension.class)
class OidcProviderStrictLoginIT {

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.strict().build();
    }

    @BeforeEach
    void forget() {
        Application.dropCaches();
        ProviderRequest.forgetAll();
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
    @Tag("DP-21")
    void pushedRequestWhenProviderDemandsANonceThenSentOnceMoreWithIt() {
        Application.logIn(browser, Registered.ALICE);
        assertThat(ProviderRequest.to(ProviderRequest.PUSHED))
                .extracting(ProviderRequest::status)
                .containsExactly(400, 201);
        assertThat(ProviderRequest.to(ProviderRequest.TOKEN))
                .as("the provider's nonce is known by then")
                .extracting(ProviderRequest::status)
                .containsExactly(200);
    }

    @Test
    @Tag("AR-14")
    void codeWhenRequestIsPushedThenBoundToTheKeyOfTheTokens() {
        Application.logIn(browser, Registered.ALICE);
        String key = ProviderRequest.to(ProviderRequest.TOKEN).get(0).thumbprint();
        assertThat(ProviderRequest.to(ProviderRequest.PUSHED)).isNotEmpty().allSatisfy(request -> {
            assertThat(request.parameter("dpop_jkt")).isEqualTo(key);
            assertThat(request.thumbprint()).isEqualTo(key);
        });
    }

    @Test
    @Tag("TC-01")
    @Tag("TC-02")
    void assertionWhenSentThenNewShortLivedAndForTheIssuerAlone() {
        Application.logIn(browser, Registered.ALICE);
        browser.visit(Application.BASE + "/auth/logout");
        List<ProviderRequest> requests = ProviderRequest.all().stream()
                .filter(request -> !request.endpoint().equals(ProviderRequest.END_SESSION))
                .toList();
        assertThat(requests)
                .extracting(ProviderRequest::endpoint)
                .containsExactly(
                        ProviderRequest.PUSHED,
                        ProviderRequest.PUSHED,
                        ProviderRequest.TOKEN,
                        ProviderRequest.REVOCATION);
        assertThat(requests).allSatisfy(OidcProviderStrictLoginIT::assertAssertion);
        assertThat(requests)
                .extracting(request -> request.assertionClaims().getJWTID())
                .doesNotHaveDuplicates();
    }

    private static void assertAssertion(ProviderRequest request) {
        assertThat(request.scheme()).isEmpty();
        assertThat(request.has("client_secret")).isFalse();
        assertThat(request.assertion().getHeader().getAlgorithm()).hasToString("RS256");
        assertThat(request.assertion().getHeader().getKeyID()).isEqualTo(Registered.CLIENT_KEY_ID);
        assertThat(request.assertion().getPayload().toJSONObject())
                .containsEntry("aud", SharedOidcProvider.server().issuer())
                .containsEntry("iss", Registered.STRICT_CLIENT)
                .containsEntry("sub", Registered.STRICT_CLIENT);
        JWTClaimsSet claims = request.assertionClaims();
        assertThat(claims.getExpirationTime())
                .isBeforeOrEqualTo(claims.getIssueTime().toInstant().plusSeconds(60));
    }

    @Test
    @Tag("DP-20")
    void proofWhenSentThenNewAndNamesTheAccessTokenAtUserInfoOnly() {
        Application.logIn(browser, Registered.ALICE);
        Application.asJson(browser, "/page/userinfo");
        List<ProviderRequest> requests = ProviderRequest.all();
        assertThat(requests).hasSize(4).allSatisfy(request -> {
            JWTClaimsSet claims = request.proofClaims();
            assertThat(claims.getStringClaim("htu"))
                    .startsWith(SharedOidcProvider.server().issuer())
                    .doesNotContain("?");
            assertThat(claims.getIssueTime()).isNotNull();
            assertThat(claims.getClaims().containsKey("ath"))
                    .isEqualTo(request.endpoint().equals(ProviderRequest.USER_INFO));
        });
        assertThat(requests)
                .extracting(request -> request.proofClaims().getJWTID())
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("DP-21")
    void userInfoWhenProviderDemandsANonceThenAskedOnceMoreWithIt() {
        Application.logIn(browser, Registered.BOB);
        Application.dropCaches();
        Answer answer = Application.asJson(browser, "/page/userinfo");
        assertThat(answer.json().getString("preferred_username")).isEqualTo("bob");
        assertThat(ProviderRequest.to(ProviderRequest.USER_INFO))
                .allSatisfy(request -> assertThat(request.scheme()).isEqualTo("DPoP"));
        assertThat(ProviderRequest.to(ProviderRequest.USER_INFO))
                .extracting(ProviderRequest::status)
                .containsExactly(401, 200);
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
}
