package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens with proofs of possession on the API, beside bearer tokens (RFC 9449, 7). */
class DpopApiIT extends ClientTest {
    private static final String ME = APP + "/api/me";

    private final ProofMaker client = new ProofMaker();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured().build();
    }

    private String bound(String... scopes) {
        return accessToken(Demo.ALICE_SUB, scopes).boundTo(client.thumbprint()).sign();
    }

    private Answer get(String address, String token, String proof) {
        return browser.get(RequestKind.PROGRAM, address, ProofMaker.headers(token, proof));
    }

    private static void assertRefused(Answer answer, String error) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .hasSize(2)
                .anySatisfy(value ->
                        assertThat(value).startsWith("DPoP ").contains("error=\"" + error + "\"", "algs=\"ES256\""))
                .anySatisfy(value -> assertThat(value).startsWith("Bearer").doesNotContain("error"));
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void tokenWithAProofIsAccepted() {
        String token = bound("read:orders");

        Answer me = get(ME, token, client.proof("GET", ME, token));
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().getString("caller")).isEqualTo(Demo.ALICE_SUB);
        assertThat(me.header("DPoP-Nonce")).isEmpty();

        // Behind @RolesAllowed, where a server may ask for authentication again in the same request.
        String orders = APP + "/api/orders";
        assertThat(get(orders + "?status=open", token, client.proof("GET", orders, token))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tokenWithAProofIsAcceptedOnPagesToo() {
        String token = bound();
        String page = APP + "/page";

        Answer answer = browser.get(
                RequestKind.PROGRAM,
                page,
                Map.of(
                        "Authorization",
                        "DPoP " + token,
                        "DPoP",
                        client.proof("GET", page, token),
                        "Accept",
                        "application/json"));

        assertThat(answer.json().getString("caller")).isEqualTo(Demo.ALICE_SUB);
    }

    @Test
    @Tag("DP-11")
    void sameProofTwiceIsRefused() {
        String token = bound();
        String proof = client.proof("GET", ME, token);

        assertThat(get(ME, token, proof).status()).isEqualTo(200);
        assertRefused(get(ME, token, proof), "invalid_dpop_proof");
        assertThat(get(ME, token, client.proof("GET", ME, token)).status()).isEqualTo(200);
    }

    @Test
    @Tag("DP-11")
    void ofManyCopiesAtOnceOneIsAccepted() throws Exception {
        String token = bound();
        String proof = client.proof("GET", ME, token);
        HttpBrowser program = new HttpBrowser();
        List<Callable<Integer>> copies = new ArrayList<>(Collections.nCopies(
                50,
                () -> program.stranger()
                        .get(RequestKind.PROGRAM, ME, ProofMaker.headers(token, proof))
                        .status()));

        List<Integer> statuses = ParallelRequests.send(copies);

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 401);
    }

    @Test
    @Tag("DP-16")
    void boundTokenIsNoBearerToken() {
        String token = bound();

        Answer bare = call(token, "/api/me");
        Answer withProof = browser.get(
                RequestKind.PROGRAM,
                ME,
                Map.of("Authorization", "Bearer " + token, "DPoP", client.proof("GET", ME, token)));

        for (Answer answer : List.of(bare, withProof)) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers().allValues("WWW-Authenticate").get(0))
                    .startsWith("Bearer")
                    .contains("error=\"invalid_token\"");
        }
    }

    @Test
    @Tag("DP-16")
    void unboundTokenIsNoneForTheScheme() {
        String token = accessToken(Demo.ALICE_SUB).sign();
        assertRefused(get(ME, token, client.proof("GET", ME, token)), "invalid_token");
    }

    @Test
    void proofOfAnotherKeyIsRefused() {
        String token = bound();
        assertRefused(get(ME, token, new ProofMaker().proof("GET", ME, token)), "invalid_token");
    }

    @Test
    void proofOfAnotherRequestIsRefused() {
        String token = bound();
        assertRefused(get(ME, token, client.proof("POST", ME, token)), "invalid_dpop_proof");
        assertRefused(get(ME, token, client.proof("GET", APP + "/api/orders", token)), "invalid_dpop_proof");
        assertRefused(
                get(ME, token, client.proof("GET", "https://evil.example/app/api/me", token)), "invalid_dpop_proof");
        assertRefused(get(ME, token, client.proof("GET", ME, bound("read:orders"))), "invalid_dpop_proof");
    }

    @Test
    @Tag("DP-09")
    void proofForTheAddressOfAForwardingHeaderIsRefused() {
        String token = bound();
        Answer answer = browser.get(
                RequestKind.PROGRAM,
                ME,
                Map.of(
                        "Authorization",
                        "DPoP " + token,
                        "DPoP",
                        client.proof("GET", "https://evil.example/app/api/me", token),
                        "X-Forwarded-Host",
                        "evil.example",
                        "X-Forwarded-Proto",
                        "https"));
        assertRefused(answer, "invalid_dpop_proof");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30."})
    void garbageIsNoProof(String proof) {
        assertRefused(get(ME, bound(), proof), "invalid_dpop_proof");
    }

    @Test
    @Tag("DP-01")
    void tokenWithoutAProofIsRefused() {
        Answer answer = browser.get(RequestKind.PROGRAM, ME, Map.of("Authorization", "DPoP " + bound()));
        assertRefused(answer, "invalid_dpop_proof");
    }

    @Test
    void noCredentialsAreChallengedForBothSchemes() {
        Answer answer = browser.get(RequestKind.PROGRAM, ME);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .hasSize(2)
                .allSatisfy(value -> assertThat(value).doesNotContain("error"));
        assertThat(answer.headers().allValues("WWW-Authenticate").get(0)).startsWith("Bearer");
        assertThat(answer.headers().allValues("WWW-Authenticate").get(1)).startsWith("DPoP");
    }

    @Test
    void proofsAreForgottenAtAReset() {
        String token = bound();
        String proof = client.proof("GET", ME, token);
        assertThat(get(ME, token, proof).status()).isEqualTo(200);
        browser.request("POST", RequestKind.PROGRAM, APP + "/test/reset");
        assertThat(get(ME, token, proof).status()).isEqualTo(200);
    }
}
