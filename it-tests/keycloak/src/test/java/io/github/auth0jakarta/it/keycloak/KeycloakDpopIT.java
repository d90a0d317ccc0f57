package io.github.auth0jakarta.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Access tokens that Keycloak binds to a key, and proofs that Nimbus' SDK makes of it. */
@ExtendWith(ArquillianExtension.class)
class KeycloakDpopIT {

    private static final String ME = Application.BASE + "/api/me";

    private final HttpBrowser program = new HttpBrowser();
    private final Prover prover = new Prover();
    private final String token = boundToken();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.configured().build();
    }

    private String boundToken() {
        String issuer = SharedKeycloak.server().issuer();
        TokenEndpoint tokens = new TokenEndpoint(issuer);
        return tokens.clientCredentials(KeycloakRealm.SERVICE, "read:orders", prover.forTokens(tokens.address()));
    }

    @Test
    @Tag("DP-15")
    void meWhenProofIsOfTheTokensKeyThenTellsTheMachine() {
        assertThat(Jwt.of(token).claims().getJsonObject("cnf").getString("jkt")).isEqualTo(prover.thumbprint());

        Answer answer = call(prover.forCall("GET", ME, token));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().getString("caller"))
                .isEqualTo(Jwt.of(token).claims().getString("sub"));
    }

    @Test
    @Tag("DP-11")
    void meWhenProofComesTwiceThenTheSecondIsRefused() {
        String proof = prover.forCall("GET", ME, token);
        assertThat(call(proof).status()).isEqualTo(200);
        refused("invalid_dpop_proof", call(proof));
    }

    @Test
    @Tag("DP-11")
    void meWhenOneProofComesFiftyTimesAtOnceThenOneIsAccepted() throws Exception {
        int copies = 50;
        String proof = prover.forCall("GET", ME, token);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(copies);
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < copies; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return call(proof);
                }));
            }
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Tag("DP-15")
    void meWhenProofIsOfAnotherKeyThenRefused() {
        refused("invalid_token", call(new Prover().forCall("GET", ME, token)));
    }

    @Test
    @Tag("DP-07")
    @Tag("DP-08")
    void meWhenProofIsForAnotherRequestThenRefused() {
        refused("invalid_dpop_proof", call(prover.forCall("POST", ME, token)));
        refused("invalid_dpop_proof", call(prover.forCall("GET", Application.BASE + "/api/orders", token)));
    }

    @Test
    @Tag("DP-16")
    void meWhenTokenIsSentAsABearerTokenThenRefused() {
        refused("invalid_token", bearer(Map.of("Authorization", "Bearer " + token)));
        String proof = prover.forCall("GET", ME, token);
        refused("invalid_token", bearer(Map.of("Authorization", "Bearer " + token, "DPoP", proof)));
    }

    @Test
    @Tag("DP-16")
    void meWhenTokenIsBoundToNoKeyThenNoTokenForAProof() {
        String unbound = new TokenEndpoint(SharedKeycloak.server().issuer())
                .clientCredentials(KeycloakRealm.SERVICE, "read:orders");
        Answer answer = bearer(Map.of("Authorization", "DPoP " + unbound, "DPoP", prover.forCall("GET", ME, unbound)));
        refused("invalid_token", answer);
    }

    private Answer call(String proof) {
        return bearer(Map.of("Authorization", "DPoP " + token, "DPoP", proof));
    }

    private Answer bearer(Map<String, String> headers) {
        return program.get(RequestKind.PROGRAM, ME, headers);
    }

    private static void refused(String error, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate").toString()).contains("error=\"" + error + "\"");
    }
}
