package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import jakarta.json.JsonObject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Token exchange where tokens are bound to the application's key. */
class TokenExchangeDpopIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.dpop.enabled", "true")
                .with("auth0.token-exchange.subject-token-types", Demo.LEGACY_TOKEN_TYPE)
                .with("auth0.token-exchange.audiences", Demo.REPORTS_AUDIENCE)
                .with(ExchangeResource.class)
                .build();
    }

    private JsonObject exchange(String wayAndQuery) {
        return browser.get(RequestKind.FETCH, APP + "/api/exchange/" + wayAndQuery)
                .json();
    }

    @Test
    void tokensAreBoundAndThoseOfConnectionsAreNot() {
        logInAsAlice(browser);

        JsonObject onBehalf = exchange("on-behalf-of?audience=" + Demo.REPORTS_AUDIENCE + "&scope=read:reports");
        assertThat(onBehalf.getString("type")).isEqualTo("DPoP");
        assertThat(SignedText.claims(onBehalf.getString("token"))
                        .getJsonObject("cnf")
                        .getString("jkt"))
                .isNotEmpty();

        JsonObject custom =
                exchange("custom?audience=" + Demo.AUDIENCE + "&type=" + Demo.LEGACY_TOKEN_TYPE + "&subject="
                        + Demo.legacyToken(Demo.BOB_SUB).replace(" ", "%20").replace("|", "%7C"));
        assertThat(custom.getString("type")).isEqualTo("DPoP");

        assertThat(exchange("connection?by=refresh&connection=" + Demo.CONNECTION)
                        .getString("token"))
                .startsWith("google-oauth2/" + Demo.ALICE_GOOGLE_ID);
    }
}
