package io.github.auth0jakarta.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.HttpBrowser;
import io.github.auth0jakarta.it.browser.RequestKind;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Access tokens of RFC 9068 that Keycloak signs with other algorithms than RS256. */
@ExtendWith(ArquillianExtension.class)
class KeycloakAlgorithmsIT {

    private final HttpBrowser program = new HttpBrowser();
    private final TokenEndpoint tokens =
            new TokenEndpoint(SharedKeycloak.server().issuer());

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Application.configured()
                .with("auth0.api.algorithms", "RS256,PS256,ES256,ES384")
                .build();
    }

    /** All keys are there before the first token comes: an unknown key is not asked for at each token. */
    @Test
    @Tag("AC-01")
    void meWhenAlgorithmIsAllowedThenTellsTheMachine() {
        Map<String, String> byAlgorithm = Stream.of("PS256", "ES256", "ES384")
                .collect(Collectors.toMap(
                        Function.identity(),
                        algorithm -> tokens.clientCredentials(Machine.signedWith(algorithm), "read:orders")));

        byAlgorithm.forEach((algorithm, token) -> {
            assertThat(Jwt.of(token).header().getString("alg")).isEqualTo(algorithm);
            assertThat(Jwt.of(token).header().getString("typ")).isEqualTo("at+jwt");
            Answer answer = get(token);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().getJsonObject("claims").getString("azp")).isEqualTo("it-" + algorithm);
        });
    }

    @Test
    @Tag("JW-10")
    void meWhenAlgorithmIsNotAllowedThenRefused() {
        String token = tokens.clientCredentials(Machine.signedWith("PS512"), "read:orders");
        assertThat(Jwt.of(token).header().getString("alg")).isEqualTo("PS512");
        assertThat(get(token).status()).isEqualTo(401);
    }

    private Answer get(String token) {
        return program.get(
                RequestKind.PROGRAM, Application.BASE + "/api/me", Map.of("Authorization", "Bearer " + token));
    }
}
