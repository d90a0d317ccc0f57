package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An API that takes bound tokens only, and proofs with a nonce of its own (RFC 9449, 7.1 and 9). */
class DpopRequiredIT extends ClientTest {
    private static final String ME = APP + "/api/me";

    private final ProofMaker client = new ProofMaker();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.api.dpop.mode", "required")
                .with("auth0.api.dpop.nonce", "required")
                .with("auth0.api.dpop.replay-maximum", "1000")
                .build();
    }

    private String bound() {
        return accessToken(Demo.ALICE_SUB).boundTo(client.thumbprint()).sign();
    }

    private Answer get(String token, String proof) {
        return browser.get(RequestKind.PROGRAM, ME, ProofMaker.headers(token, proof));
    }

    @Test
    @Tag("DP-17")
    void bearerTokenIsRefused() {
        Answer answer = call(accessToken(Demo.ALICE_SUB).sign(), "/api/me");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .singleElement()
                .satisfies(value -> assertThat(value).startsWith("DPoP ").doesNotContain("error"));
    }

    @Test
    @Tag("DP-18")
    void proofNeedsTheNonceOfTheServer() {
        String token = bound();

        Answer without = get(token, client.proof("GET", ME, token));
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.headers().allValues("WWW-Authenticate"))
                .singleElement()
                .satisfies(value -> assertThat(value).startsWith("DPoP ").contains("error=\"use_dpop_nonce\""));
        String nonce = without.header("DPoP-Nonce").orElseThrow();

        assertThat(get(token, client.proof("GET", ME, token, nonce)).status()).isEqualTo(200);
        assertThat(get(token, client.proof("GET", ME, token, nonce)).status())
                .as("a nonce is for many proofs")
                .isEqualTo(200);
        Answer forged = get(token, client.proof("GET", ME, token, "A" + nonce.substring(1)));
        assertThat(forged.status()).isEqualTo(401);
        assertThat(forged.header("DPoP-Nonce")).isPresent();
    }

    @Test
    void noCredentialsAreChallengedForTheOneScheme() {
        Answer answer = browser.get(RequestKind.PROGRAM, ME, Map.of());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .singleElement()
                .satisfies(value -> assertThat(value).startsWith("DPoP ").doesNotContain("error"));
    }
}
