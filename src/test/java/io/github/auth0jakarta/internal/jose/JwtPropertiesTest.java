package io.github.auth0jakarta.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every token and every change of it; the changes are drawn with a fixed seed. */
class JwtPropertiesTest {
    private static final String INTERESTING = ".{}[]\",:\\=+/-_ \t\n\u0000\u007f\u00e9\ud800Aa0";

    private final FakeJwks provider = new FakeJwks(TestKeys.RSA);
    private final JwtVerifier verifier = new JwtVerifier(
            TokenKind.ID_TOKEN,
            Set.of(SignatureAlgorithm.RS256),
            new TypeRule(Set.of("jwt"), false),
            provider.issuer(new FixedTime()),
            new StrictJson());

    @Test
    void anyOneBitChangeIsRefused() {
        String token = TestJwts.idToken().build();
        assertThat(refusal(token)).isEmpty();
        for (int i = 0; i < token.length(); i++) {
            for (int bit = 0; bit < 7; bit++) {
                char changed = (char) (token.charAt(i) ^ (1 << bit));
                String mutant = token.substring(0, i) + changed + token.substring(i + 1);
                assertThat(refusal(mutant)).as("bit %d of character %d", bit, i).isPresent();
            }
        }
    }

    @Test
    void nothingButAuth0ExceptionEscapesFromChangedTokens() {
        Random random = new Random(7519);
        String token = TestJwts.idToken().build();
        for (int i = 0; i < 5_000; i++) {
            assertThat(refusal(mutant(random, token))).isPresent();
        }
    }

    @Test
    void nothingButAuth0ExceptionEscapesFromSignedNonsense() {
        Random random = new Random(8725);
        TestJwts token = TestJwts.idToken();
        for (int i = 0; i < 250; i++) {
            // Either may still be good: a change inside a string is one. It must just not fail in another way.
            refusal(token.withPayload(mutant(random, token.payloadJson())));
            refusal(token.withHeader(mutant(random, token.headerJson())));
        }
    }

    @Test
    void nothingButAuth0ExceptionEscapesFromRandomBytes() {
        Random random = new Random(7515);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            assertThat(refusal(new String(bytes, StandardCharsets.ISO_8859_1))).isPresent();
        }
    }

    private Optional<Auth0Exception> refusal(String token) {
        try {
            verifier.verify(token);
            return Optional.empty();
        } catch (Auth0Exception e) {
            assertThat(e).hasMessageNotContaining(TestJwts.SUBJECT);
            return Optional.of(e);
        }
    }

    /** Removes, inserts, replaces or doubles a piece; never returns the same text. */
    private static String mutant(Random random, String text) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(4));
        String piece = String.valueOf(INTERESTING.charAt(random.nextInt(INTERESTING.length())));
        String mutant = switch (random.nextInt(4)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, from) + piece + text.substring(from);
            case 2 -> text.substring(0, from) + piece + text.substring(to);
            default -> text.substring(0, to) + text.substring(from);
        };
        return mutant.equals(text) ? mutant(random, text) : mutant;
    }
}
