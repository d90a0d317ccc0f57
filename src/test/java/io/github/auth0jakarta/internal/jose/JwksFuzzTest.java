package io.github.auth0jakarta.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.Fuzz;
import io.github.auth0jakarta.testing.Mutations;
import io.github.auth0jakarta.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What chance makes of a key set, and of JSON. */
class JwksFuzzTest {
    private final StrictJson json = new StrictJson();

    @Test
    @Tag("JW-09")
    void keysThatAreTakenAreStrongAndPublic() {
        Map<String, Object> document = Map.of("keys", List.of(TestKeys.RSA.jwk(), TestKeys.EC.jwk()));
        Fuzz.allowing(Auth0Exception.class).run(random -> {
            String text = Mutations.json(random, document);
            JWKSet keys = JwksDocument.parse(json, text.getBytes(StandardCharsets.UTF_8));
            assertThat(keys.getKeys()).hasSizeBetween(1, JwksDocument.MAX_KEYS).allSatisfy(JwksFuzzTest::assertGood);
            KeyRing ring = new KeyRing(keys.getKeys(), SignatureProviders.OF_JAVA);
            for (SignatureAlgorithm algorithm : Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)) {
                assertThat(ring.find(algorithm, null)).hasSizeLessThan(5);
            }
        });
    }

    private static void assertGood(JWK key) {
        assertThat(key.isPrivate()).isFalse();
        assertThat(key.size()).isBetween(256, 8192);
        assertThat(key.getKeyType().getValue()).isIn("RSA", "EC");
    }

    @Test
    void jsonIsAnObjectOrRefused() {
        Map<String, Object> object = Map.of("a", List.of(1L, "b", Map.of("c", true)), "d", "e", "f", Map.of());
        Fuzz.allowing(MalformedJsonException.class).run(random -> {
            byte[] bytes =
                    Mutations.text(random, Mutations.json(random, object)).getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextInt(4) == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            // Once written, a number has one spelling.
            String written = json.writeObject(json.readObject(bytes));
            assertThat(json.writeObject(json.readObject(written))).isEqualTo(written);
        });
    }
}
