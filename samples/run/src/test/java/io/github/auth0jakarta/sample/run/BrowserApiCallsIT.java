package io.github.auth0jakarta.sample.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.sample.launcher.Visitor.ApiAnswer;
import io.github.auth0jakarta.tenant.Demo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API page: each of its calls in a real browser, whose proofs of possession are made by its own cryptography. */
class BrowserApiCallsIT extends BrowserTest {
    private static final String ORDERS = "Flat white";

    @BeforeEach
    void logIn() {
        logInAsAlice("/api-calls");
    }

    @Test
    void bearerTokenOpensAndIsNotShown() {
        ApiAnswer answer = visitor.callApi("bearer");
        assertThat(answer.status()).startsWith("200");
        assertThat(answer.body()).contains(ORDERS);
        assertThat(visitor.text("request-headers"))
                .startsWith("Authorization: Bearer (")
                .contains("not shown");
        assertThat(visitor.text("main")).doesNotContain("eyJ");
    }

    @Test
    void withoutATokenTheChallengeNamesTheSchemes() {
        ApiAnswer answer = visitor.callApi("no-token");
        assertThat(answer.status()).startsWith("401");
        assertThat(answer.challenge()).contains("Bearer", "DPoP").doesNotContain("error=");
        assertThat(answer.body()).doesNotContain(ORDERS);
    }

    @Test
    void changedTokenIsInvalid() {
        ApiAnswer answer = visitor.callApi("wrong-token");
        assertThat(answer.status()).startsWith("401");
        assertThat(answer.challenge()).contains("error=\"invalid_token\"");
    }

    @Test
    void missingScopeIsNamed() {
        ApiAnswer answer = visitor.callApi("missing-scope");
        assertThat(answer.status()).startsWith("403");
        assertThat(answer.challenge()).contains("error=\"insufficient_scope\"", "scope=\"clear:orders\"");
    }

    @Test
    void proofOfTheBrowserOpensOnce() {
        ApiAnswer answer = visitor.callApi("dpop");
        assertThat(answer.status()).startsWith("200");
        assertThat(answer.body()).contains(ORDERS);
        assertThat(visitor.text("request-headers")).contains("Authorization: DPoP (", "\"htm\": \"GET\"", "\"ath\"");
        visitor.takePicture("api-calls");

        ApiAnswer second = visitor.callApi("replayed");
        assertThat(second.status()).startsWith("401");
        assertThat(second.challenge()).contains("error=\"invalid_dpop_proof\"");
        visitor.takePicture("api-calls-replayed");
    }

    @Test
    void boundTokenIsNoBearerToken() {
        ApiAnswer answer = visitor.callApi("bound-as-bearer");
        assertThat(answer.status()).startsWith("401");
        assertThat(answer.challenge()).contains("error=\"invalid_token\"");
    }

    @Test
    void safeOpensAfterASecondFactor() {
        ApiAnswer refused = visitor.callApi("safe");
        assertThat(refused.status()).startsWith("401");
        assertThat(refused.challenge()).contains("error=\"insufficient_user_authentication\"", "acr_values=");

        visitor.pressAndLeave("step-up");
        visitor.type("code", Demo.ONE_TIME_CODE);
        visitor.pressAndLeave("verify");
        assertThat(visitor.address()).isEqualTo(sample.url() + "/api-calls");
        ApiAnswer answer = visitor.callApi("safe");
        assertThat(answer.status()).startsWith("200");
        assertThat(answer.body()).contains("house blend");
    }
}
