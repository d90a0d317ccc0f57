package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.DpopNoncePolicy;
import io.github.auth0jakarta.tenant.LoggedRequest;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connected accounts where tokens are bound to the application's key: the My Account API gets proofs, with its nonces. */
class ConnectedAccountsDpopIT extends AccountsTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.dpop.enabled", "true")
                .with("auth0.routes.connect", "/auth/connect")
                .with(AccountsResource.class, ConnectionHooks.class, ExchangeResource.class)
                .build();
    }

    @AfterEach
    void askForNoNonce() {
        tenant.settings().dpopNonces(DpopNoncePolicy.NONE);
    }

    @Test
    @Tag("DP-20")
    void requestsCarryProofsAndNonces() {
        tenant.settings().dpopNonces(DpopNoncePolicy.SINGLE_USE);
        logInAsAlice(browser);

        connectWhole(browser, "alice-1");
        assertThat(accountsAt(Demo.ALICE_SUB)).hasSize(1);
        assertThat(vault(browser, "refresh", "").getString("token")).startsWith(DROPBOX + "/alice-1/");
        assertThat(accounts(browser, "/disconnect-all?connection=" + DROPBOX).getJsonArray("accounts"))
                .hasSize(1);

        assertThat(accountsAt(Demo.ALICE_SUB)).isEmpty();
        List<LoggedRequest> requests = tenant.requests().all().stream()
                .filter(request -> request.path().startsWith(MY_ACCOUNT))
                .toList();
        assertThat(requests)
                .allSatisfy(request -> {
                    assertThat(request.header("Authorization")).startsWith("DPoP ");
                    assertThat(request.header("DPoP")).isNotNull();
                })
                .extracting(request -> request.method() + " " + request.status())
                .contains("POST 201", "GET 200", "DELETE 204");
    }
}
