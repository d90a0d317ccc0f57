package io.github.auth0jakarta.it.oidcprovider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Refresh of an application as in {@link OidcProviderStrictLoginIT}. Tokens live 300 s here and are refreshed 400 s before
 * they end, so that each request for one refreshes.
 */
@ExtendWith(ArquillianExtension.class)
class OidcProviderStrictRefreshIT {

    private final HttpBrowser browser = new HttpBrowser();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.strict().with("auth0.token-refresh-buffer", "400s").build();
    }

    @BeforeEach
    void logIn() {
        Application.logIn(browser, Registered.ALICE);
        ProviderRequest.forgetAll();
    }

    @Test
    @Tag("DP-25")
    void tokenWhenAboutToExpireThenRefreshedWithTheSameKeyEachTime() {
        JsonObject first = token();
        JsonObject second = token();
        assertThat(first.getString("token_type")).isEqualToIgnoringCase("DPoP");
        assertThat(second.getString("token_type")).isEqualToIgnoringCase("DPoP");
        assertThat(second.getString("sha256")).isNotEqualTo(first.getString("sha256"));
        List<ProviderRequest> requests = ProviderRequest.all();
        assertThat(requests).hasSize(2).allSatisfy(request -> {
            assertThat(request.parameter("grant_type")).isEqualTo("refresh_token");
            assertThat(request.status()).isEqualTo(200);
        });
        assertThat(requests.get(0).thumbprint()).isEqualTo(requests.get(1).thumbprint());
        assertThat(requests.get(0).parameter("refresh_token"))
                .as("rotated")
                .isNotEqualTo(requests.get(1).parameter("refresh_token"));
    }

    /** The provider revokes a refresh token that it sees twice; one that it refused for its proof counts as not seen. */
    @Test
    @Tag("DP-21")
    void tokenWhenProviderDemandsANonceThenRefreshedAtTheSecondAttempt() {
        Application.dropCaches();
        token();
        assertThat(ProviderRequest.all()).extracting(ProviderRequest::status).containsExactly(400, 200);
        token();
        assertThat(ProviderRequest.all()).extracting(ProviderRequest::status).containsExactly(400, 200, 200);
    }

    private JsonObject token() {
        Answer answer = Application.asJson(browser, "/page/token");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
