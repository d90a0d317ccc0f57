package io.github.auth0jakarta.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.SentJwt;
import io.github.auth0jakarta.testing.TestKeys;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 7515, 5.1. */
class JwtSignerTest {
    private static final StrictJson JSON = new StrictJson();

    private static TestKeys keyFor(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> TestKeys.EC;
            case ES384 -> TestKeys.EC_384;
            case ES512 -> TestKeys.EC_521;
            default -> TestKeys.RSA;
        };
    }

    @ParameterizedTest
    @EnumSource
    void signWhenAnyAlgorithmThenVerifiedByJca(SignatureAlgorithm algorithm) {
        TestKeys key = keyFor(algorithm);
        JwtSigner signer = new JwtSigner(key.privateKey(), algorithm, JSON);

        SentJwt jwt = SentJwt.of(signer.sign(Map.of("kid", "k1"), Map.of("iss", "ü", "exp", 5L)));

        assertThat(jwt.header()).isEqualTo(Map.of("alg", algorithm.name(), "kid", "k1"));
        assertThat(jwt.claims()).isEqualTo(Map.of("iss", "ü", "exp", 5L));
        assertThat(jwt.isSignedBy(key)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "PS512"})
    void newWhenTheKeyIsOfAnotherTypeThenRefused(SignatureAlgorithm algorithm) {
        assertThatThrownBy(() -> new JwtSigner(TestKeys.EC.privateKey(), algorithm, JSON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is not of the type that " + algorithm + " signs with");
    }

    @ParameterizedTest
    @CsvSource({"ES384", "ES512"})
    void newWhenTheKeyIsOnAnotherCurveThenRefused(SignatureAlgorithm algorithm) {
        assertThatThrownBy(() -> new JwtSigner(TestKeys.EC.privateKey(), algorithm, JSON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is not on the curve that " + algorithm + " signs with");
    }

    /** RFC 7518, 3.3. */
    @Test
    void newWhenTheRsaKeyIsShortThenRefused() {
        assertThatThrownBy(() -> new JwtSigner(TestKeys.WEAK_RSA.privateKey(), SignatureAlgorithm.RS256, JSON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is shorter than 2048 bits");
    }

    @Test
    void toStringWhenCalledThenTheAlgorithmOnly() {
        assertThat(new JwtSigner(TestKeys.EC.privateKey(), SignatureAlgorithm.ES256, JSON))
                .hasToString("JwtSigner[ES256]");
    }
}
