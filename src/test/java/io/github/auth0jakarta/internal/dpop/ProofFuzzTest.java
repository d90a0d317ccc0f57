package io.github.auth0jakarta.internal.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.Fuzz;
import io.github.auth0jakarta.testing.Mutations;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.TestPossession;
import io.github.auth0jakarta.testing.TestProofs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What chance makes of proofs of possession, and of what a server says about them. */
class ProofFuzzTest {
    private static final StrictJson JSON = new StrictJson();
    private static final ProvenRequest REQUEST = ProvenRequest.of("GET", Set.of(TestProofs.ADDRESS));

    private final FixedTime time = new FixedTime();
    private final Fuzz fuzz = Fuzz.allowing(Auth0Exception.class);
    private final String token = TestProofs.boundToken(TestKeys.EC);
    private final String thumbprint = TestProofs.thumbprint(TestKeys.EC);
    private final TestProofs good = TestProofs.of(token);

    private final ProofValidator validator = validator();

    private ProofValidator validator() {
        return TestPossession.validator(time, null, new MemoryReplayStore(100_000, new SeededRandom(1), time));
    }

    @Test
    @Tag("DP-05")
    void changedProofIsRefused() {
        String proof = good.build();
        assertThat(accepts(validator(), proof)).isTrue();
        fuzz.run(random -> {
            String mutant = Mutations.text(random, proof);
            assertThat(mutant.equals(proof) || !accepts(validator, mutant)).isTrue();
        });
    }

    @Test
    @Tag("DP-02")
    @Tag("DP-11")
    void signedClaimsAreAcceptedOnceAndOnlyWhereTheyFitTheRequest() throws MalformedJsonException {
        Map<String, Object> claims = part(1);
        fuzz.run(random -> {
            String text = Mutations.json(random, claims);
            String proof = good.withPayload(text);
            if (accepts(validator, proof)) {
                assertFits(JSON.readObject(text), claims);
                assertThat(accepts(validator, proof)).isFalse();
            }
        });
    }

    @Test
    @Tag("DP-03")
    @Tag("DP-04")
    void signedHeaderIsAcceptedOnlyWhereItIsOfAProof() throws MalformedJsonException {
        Map<String, Object> header = part(0);
        Map<String, Object> claims = part(1);
        fuzz.run(random -> {
            String text = Mutations.json(random, header);
            String proof = good.claim("jti", claims.get("jti") + "-" + random.nextLong())
                    .withHeader(text);
            if (accepts(validator, proof)) {
                assertThat(JSON.readObject(text))
                        .containsEntry("alg", "ES256")
                        .hasEntrySatisfying(
                                "typ", typ -> assertThat((String) typ).isEqualToIgnoringCase("dpop+jwt"))
                        .doesNotContainKeys("crit", "b64");
                assertThat(JSON.readObject(text).get("jwk"))
                        .isInstanceOfSatisfying(
                                Map.class,
                                jwk -> assertThat(jwk.containsKey("d")).isFalse());
            }
        });
    }

    /** The client's side: what a resource server challenges it with. */
    @Test
    void challengesAreReadOrNotUnderstood() {
        fuzz.run(random -> {
            String header = Mutations.text(
                    random, "Bearer realm=\"a, b\", DPoP algs=\"ES256 PS256\", error=\"use_dpop_nonce\", x=y");
            NonceChallenge.isInHeader(
                    new HttpAnswer(401, Map.of("WWW-Authenticate", List.of(header)), new byte[0], null));
        });
    }

    private static void assertFits(Map<String, Object> claims, Map<String, Object> original) {
        assertThat(claims).containsEntry("htm", "GET").containsEntry("ath", original.get("ath"));
        assertThat((String) claims.get("htu")).startsWithIgnoringCase("https://api.example");
        assertThat(claims.get("iat"))
                .isInstanceOfSatisfying(
                        Number.class,
                        iat -> assertThat(Instant.ofEpochSecond(iat.longValue()))
                                .isBetween(FixedTime.START.minusSeconds(300), FixedTime.START.plusSeconds(30)));
        assertThat((String) claims.get("jti")).hasSizeBetween(1, ProofValidator.LONGEST_JTI);
    }

    private boolean accepts(ProofValidator used, String proof) {
        try {
            used.validate(List.of(proof), REQUEST, token, thumbprint);
            return true;
        } catch (Auth0Exception e) {
            assertThat(e).hasMessageNotContaining("eyJ");
            return false;
        }
    }

    private Map<String, Object> part(int index) throws MalformedJsonException {
        String part = good.build().split("\\.", -1)[index];
        return JSON.readObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
