package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.Organization;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code Auth0Client} in an application that keeps its own session: the library's login is off. */
class ClientIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.login.enabled", "false")
                .with(OwnLoginServlet.class)
                .build();
    }

    private Answer own(String what) {
        return browser.get(RequestKind.FETCH, APP + "/own/" + what);
    }

    private Answer logIn() {
        return logIn(browser, APP + "/own/login", Demo.ALICE_EMAIL, Demo.ALICE_PASSWORD);
    }

    @Test
    @Tag("TC-14")
    void loginByTheApplicationsOwnHands() {
        Answer callback = logIn();
        assertThat(callback.json().getString("sub")).isEqualTo(Demo.ALICE_SUB);
        assertThat(callback.json().getString("scope")).contains("openid");
        assertThat(browser.cookies().startingWith(SESSION_COOKIE)).isEmpty();
        assertThat(tenant.requests().last("/oauth/token").parameter("redirect_uri"))
                .isEqualTo(CALLBACK);
    }

    @Test
    void anAnswerToNobodysLoginIsRefused() {
        own("login");
        Answer answer = browser.get(RequestKind.FETCH, CALLBACK + "?code=c&state=forged");
        assertThat(answer.json().getString("code")).isEqualTo("login.state_mismatch");
        assertThat(tenant.requests().count("/oauth/token")).isZero();
    }

    @Test
    void refreshAndRevocation() {
        logIn();
        assertThat(own("refresh").json().getString("scope")).contains("openid");
        assertThat(own("revoke").status()).isEqualTo(204);
        assertThat(own("refresh").json().getString("code")).isEqualTo("server.invalid_grant");
    }

    @Test
    void userInfoIsOfTheUser() {
        logIn();
        assertThat(own("userinfo").json().getString("sub")).isEqualTo(Demo.ALICE_SUB);
        assertThat(own("userinfo").json().getString("email")).isEqualTo(Demo.ALICE_EMAIL);
    }

    @Test
    void tokenOfTheApplicationItselfIsAskedForOnce() {
        String machine = "machine?audience=" + Demo.AUDIENCE;
        List<String> tokens = List.of(
                own(machine).json().getString("access_token"),
                own(machine).json().getString("access_token"),
                own(machine + "&scope=read:orders").json().getString("access_token"));
        assertThat(tokens.get(1)).isEqualTo(tokens.get(0));
        assertThat(tokens.get(2)).isNotEqualTo(tokens.get(0));
        assertThat(tenant.requests().count("/oauth/token")).isEqualTo(2);
        assertThat(call(tokens.get(2), "/api/orders").status()).isEqualTo(200);
    }

    @Test
    @Tag("TC-08")
    void tokenOfTheApplicationItselfIsOfOneOrganization() {
        tenant.register(Organization.of("org_other", "other"));
        tenant.register(Demo.client(APP).machineOrganization("org_other").build());
        try {
            String machine = "machine?audience=" + Demo.AUDIENCE;
            String ofNone = machineToken(machine);
            String ofAcme = machineToken(machine + "&organization=" + Demo.ORGANIZATION_ID);
            String ofOther = machineToken(machine + "&organization=org_other");
            assertThat(SignedText.claims(ofNone)).doesNotContainKey("org_id");
            assertThat(SignedText.claims(ofAcme).getString("org_id")).isEqualTo(Demo.ORGANIZATION_ID);
            assertThat(SignedText.claims(ofOther).getString("org_id")).isEqualTo("org_other");
            assertThat(machineToken(machine + "&organization=" + Demo.ORGANIZATION_ID))
                    .isEqualTo(ofAcme);
            assertThat(tenant.requests().count("/oauth/token")).isEqualTo(3);
        } finally {
            tenant.register(Demo.client(APP).build());
        }
        assertThat(own("machine?audience=" + Demo.AUDIENCE + "&organization=org_unknown")
                        .json()
                        .getString("code"))
                .isEqualTo("server.error_response");
    }

    private String machineToken(String address) {
        return own(address).json().getString("access_token");
    }

    @Test
    void whatIsRefusedIsTyped() {
        assertThat(own("machine?audience=urn:nobody").json().getString("code")).isEqualTo("server.error_response");
    }

    @Test
    void logoutAddressIsTheProviders() {
        Answer answer = own("logout");
        assertThat(answer.location().orElseThrow().toString())
                .startsWith(tenant.issuer() + "oidc/logout?client_id=" + Demo.CLIENT_ID);
    }

    @Test
    void metadataAreTheProviders() {
        assertThat(own("metadata").json().getString("issuer")).isEqualTo(tenant.issuer());
    }
}
