package io.github.auth0jakarta.internal.dpop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.internal.jose.JwkThumbprint;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.SentJwt;
import io.github.auth0jakarta.testing.TestKeys;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DpopKeyTest {
    private static final StrictJson JSON = new StrictJson();

    @Test
    void ofPemWhenP256ThenItsThumbprint() {
        assertThat(DpopKey.ofPem(TestKeys.EC.pem(), JSON).thumbprint())
                .isEqualTo(JwkThumbprint.of(TestKeys.EC.jwk()))
                .hasSize(43);
    }

    @Test
    void ofPemWhenTheKeyDoesNotFitThenRefused() {
        assertThatThrownBy(() -> DpopKey.ofPem(TestKeys.RSA.pem(), JSON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is not of the type that ES256 signs with");
        assertThatThrownBy(() -> DpopKey.ofPem(TestKeys.EC_384.pem(), JSON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is not on the curve that ES256 signs with");
        assertThatThrownBy(() -> DpopKey.ofPem("hidden", JSON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hidden");
    }

    @Test
    void generateWhenCalledTwiceThenTwoKeys() {
        SecureRandom random = new SeededRandom(1);
        assertThat(DpopKey.generate(random, JSON).thumbprint())
                .isNotEqualTo(DpopKey.generate(random, JSON).thumbprint());
    }

    /** One key for the whole application, from its configuration or made at the start; nothing of it goes into a cookie. */
    @Test
    @Tag("DP-23")
    void signWhenCalledThenNothingOfThePrivateKeyLeaves() {
        DpopKey key = DpopKey.ofPem(TestKeys.EC.pem(), JSON);
        String d = Base64Texts.encode(
                ((ECPrivateKey) TestKeys.EC.privateKey()).getS().toByteArray());
        String proof = key.sign(Map.of());
        SentJwt sent = SentJwt.of(proof);
        assertThat(sent.header())
                .extractingByKey("jwk")
                .asString()
                .doesNotContain("d=")
                .doesNotContain(d);
        assertThat(sent.isSignedBy(TestKeys.EC)).isTrue();
    }

    @Test
    @Tag("DP-23")
    void toStringWhenCalledThenTheThumbprintOnly() {
        DpopKey key = DpopKey.ofPem(TestKeys.EC.pem(), JSON);
        assertThat(key).hasToString("DpopKey[" + key.thumbprint() + "]");
    }
}
