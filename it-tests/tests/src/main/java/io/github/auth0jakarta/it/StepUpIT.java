package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import io.github.auth0jakarta.tenant.LoggedRequest;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages that need more than a session: the login that would do, and back to the page. */
class StepUpIT extends ClientTest {
    private static final String MULTI_FACTOR = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    @Test
    @Tag("AC-17")
    void personIsSentToAStrongerLoginAndComesBack() {
        logInAsAlice(browser);

        Answer secondFactor = browser.open(APP + "/test/step-up?a=b");
        LoggedRequest asked = tenant.requests().last("/authorize");
        Answer page = browser.submit(secondFactor.form().with("code", Demo.ONE_TIME_CODE));

        assertThat(asked.parameter("acr_values")).isEqualTo(MULTI_FACTOR);
        assertThat(asked.parameter("max_age")).isEqualTo("300");
        assertThat(page.uri()).hasToString(APP + "/test/step-up?a=b");
        assertThat(page.status()).isEqualTo(200);
        assertThat(browser.visit(APP + "/test/step-up").status()).isEqualTo(200);
    }

    @Test
    @Tag("AC-17")
    void whenTheProviderDoesNotDeliverThenAPageAndNoLoop() {
        logInAsAlice(browser);
        Answer secondFactor = browser.open(APP + "/test/step-up");
        tenant.hooks().nextIdToken(token -> token.claim("acr", "weak").claim("amr", List.of("pwd")));

        Answer page = browser.submit(secondFactor.form().with("code", Demo.ONE_TIME_CODE));

        assertThat(page.status()).isBetween(400, 499);
        assertThat(page.body()).contains("id_token.authentication_context_mismatch");
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    @Tag("AC-17")
    void scriptIsChallenged() {
        logInAsAlice(browser);

        Answer answer = browser.get(RequestKind.FETCH, APP + "/test/step-up");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate").orElseThrow())
                .contains("error=\"insufficient_user_authentication\"", "acr_values=\"" + MULTI_FACTOR + "\"");
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void whoIsOfNoOrganizationSeesAPage() {
        logInAsAlice(browser);

        Answer page = browser.visit(APP + "/test/organization");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("authorization.organization_mismatch");

        browser.open(APP + "/auth/login?organization=acme&returnTo=%2Fapp%2Ftest%2Forganization");
        assertThat(browser.visit(APP + "/test/organization").status()).isEqualTo(200);
    }

    @Test
    void sessionHasTheScopesAndPermissionsOfItsLogin() {
        tenant.hooks().nextAccessToken(token -> token.claim("scope", "openid read:items"));
        logInAsAlice(browser);

        assertThat(browser.visit(APP + "/test/guarded/x").status()).isEqualTo(200);
        Answer refused = browser.post(RequestKind.FETCH, APP + "/test/guarded/x", Map.of("Accept", "*/*"), "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().getString("code")).isEqualTo("authorization.scope_missing");
        assertThat(refused.header("WWW-Authenticate")).isEmpty();
    }
}
