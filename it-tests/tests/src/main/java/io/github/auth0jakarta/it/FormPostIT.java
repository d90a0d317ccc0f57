package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HtmlForm;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers of the provider that the browser posts, to an application whose filter reads every form. */
class FormPostIT extends ClientTest {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.response-mode", "form_post")
                .with(ParameterFilter.class)
                .build();
    }

    /** Logs in at the provider and returns the form that goes back to us. */
    private HtmlForm answer() {
        Answer login = browser.open(APP + "/page?a=1");
        return browser.submit(login.form().with("email", Demo.ALICE_EMAIL).with("password", Demo.ALICE_PASSWORD))
                .form();
    }

    @Test
    @Tag("CB-23")
    @Tag("CB-25")
    void postedAnswerLogsInAndTheBrowserGoesOnByGet() {
        HtmlForm answer = answer();
        assertThat(answer.action()).hasToString(CALLBACK);

        Answer redirect = browser.submitOnly(answer);

        assertThat(redirect.status()).isEqualTo(303);
        assertThat(redirect.header("Referrer-Policy")).hasValue("no-referrer");
        assertThat(redirect.location().orElseThrow()).hasToString(APP + "/page?a=1");
        assertThat(browser.follow(redirect).status()).isEqualTo(200);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    @Tag("CB-23")
    void answerByGetIsNotTakenAndUsesNothingUp() {
        HtmlForm answer = answer();

        Answer byGet = browser.visit(CALLBACK + "?state=" + answer.fields().get("state") + "&code="
                + answer.fields().get("code"));

        assertThat(byGet.status()).isEqualTo(405);
        assertThat(byGet.header("Allow")).hasValue("POST");
        assertThat(tenant.requests().count("/oauth/token")).isZero();
        assertThat(browser.submit(answer).status()).isEqualTo(200);
        assertCaller(browser, Demo.ALICE_SUB);
    }

    @Test
    @Tag("CB-23")
    void postedAnswerWithoutTheCookieIsRefused() {
        HtmlForm answer = answer();
        browser.cookies().keepOnly("tenant");

        Answer refused = browser.submitOnly(answer);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("login.state_mismatch");
        assertThat(tenant.requests().count("/oauth/token")).isZero();
        assertAnonymous(browser);
    }

    @Test
    @Tag("CB-12")
    void postedRefusalIsShown() {
        Answer login = browser.open(APP + "/page");

        Answer refused =
                browser.submit(browser.submit(login.form().with("deny", "1")).form());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("login.denied");
        assertAnonymous(browser);
    }

    @Test
    @Tag("CB-26")
    void postedAnswerOfAnySizeIsRefusedBeforeTheProviderIsAsked() {
        HtmlForm answer = answer();

        Answer refused = browser.submitOnly(answer.with("code", "c".repeat(100 * 1024)));

        assertThat(refused.status()).isBetween(400, 499);
        assertThat(tenant.requests().count("/oauth/token")).isZero();
        assertAnonymous(browser);
    }

    @Test
    @Tag("CB-16")
    @Tag("CB-17")
    void whatIsNoFormOfTheCodeFlowIsRefused() {
        HtmlForm answer = answer();
        String form = "state=" + answer.fields().get("state") + "&code="
                + answer.fields().get("code");
        Map<String, String> type = Map.of("Content-Type", "application/x-www-form-urlencoded");

        for (Answer refused : new Answer[] {
            browser.post(RequestKind.NAVIGATION, CALLBACK, type, form + "&code=x"),
            browser.post(RequestKind.NAVIGATION, CALLBACK, Map.of("Content-Type", "text/plain"), form),
            browser.post(RequestKind.NAVIGATION, CALLBACK, type, "access_token=a&id_token=b&state=x"),
            browser.post(RequestKind.NAVIGATION, CALLBACK + "?" + form, type, "a=b")
        }) {
            assertThat(refused.status()).isEqualTo(400);
        }
        assertThat(tenant.requests().count("/oauth/token")).isZero();
        assertAnonymous(browser);
    }
}
