package io.github.auth0jakarta.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.it.OtherApi.Call;
import io.github.auth0jakarta.it.browser.Answer;
import io.github.auth0jakarta.it.browser.RequestKind;
import io.github.auth0jakarta.tenant.Demo;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are bound to the application's key, in requests that it sends by both clients of the server. */
class OutgoingDpopIT extends ClientTest {
    private static final OtherApi OTHER = new OtherApi();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return TestApplication.configured()
                .with("auth0.dpop.enabled", "true")
                .with("auth0.propagation.origins", OTHER.origin())
                .with("auth0.token-exchange.audiences", Demo.REPORTS_AUDIENCE)
                .with(OutgoingResource.class, ThingsClient.class, ReportsClient.class, ReportsToken.class)
                .build();
    }

    @BeforeEach
    void logIn() {
        OTHER.forget();
        logInAsAlice(browser);
    }

    @AfterAll
    static void stop() {
        OTHER.close();
    }

    private JsonObject outgoing(String way, String path) {
        String to = URLEncoder.encode(OTHER.origin() + path, StandardCharsets.UTF_8);
        Answer answer = browser.get(RequestKind.FETCH, APP + "/api/outgoing/" + way + "?to=" + to);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    @Test
    @Tag("DP-20")
    void eachRequestHasAProofOfItsOwn() {
        outgoing("own", "/things");
        outgoing("microprofile/own", "");

        List<Call> calls = OTHER.calls();
        assertThat(calls).hasSize(2).allSatisfy(call -> {
            assertThat(call.authorization()).startsWith("DPoP ");
            JsonObject proof = SignedText.claims(call.proof());
            assertThat(proof.getString("htm")).isEqualTo("GET");
            assertThat(proof.getString("htu")).isEqualTo(OTHER.origin() + "/things");
            assertThat(proof.getString("ath")).isNotEmpty();
        });
        assertThat(calls)
                .extracting(call -> SignedText.claims(call.proof()).getString("jti"))
                .doesNotHaveDuplicates();
    }

    /** The application has forgotten the nonce before each test. */
    @ParameterizedTest
    @ValueSource(strings = {"posted", "microprofile/posted"})
    @Tag("DP-21")
    void whenANonceIsWantedThenTheRequestIsSentOnceMore(String way) {
        JsonObject result = outgoing(way, way.equals("posted") ? "/fresh" : "");

        assertThat(result).containsEntry("status", Json.createValue(200));
        assertThat(result.getString("body")).isEqualTo("POST a thing");
        assertThat(OTHER.calls()).hasSize(2).allMatch(call -> call.body().equals("a thing"));

        outgoing(way, way.equals("posted") ? "/fresh" : "");
        assertThat(OTHER.calls()).hasSize(3);
    }
}
