package io.github.auth0jakarta.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.TestKeys;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EcPublicKeysTest {

    private static ECPrivateKey privateKey(String curve, String d) throws Exception {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve));
        BigInteger value = new BigInteger(1, Base64.getUrlDecoder().decode(d));
        return (ECPrivateKey) KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(value, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    /** The key of RFC 7515, A.3.1. */
    @Test
    void ofWhenP256ThenThePublishedPoint() throws Exception {
        ECPrivateKey key = privateKey("secp256r1", "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI");
        assertThat(EcPublicKeys.jwk(EcPublicKeys.of(key)))
                .isEqualTo(Map.of(
                        "kty", "EC",
                        "crv", "P-256",
                        "x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                        "y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"));
    }

    /** The key of RFC 7515, A.4.1. */
    @Test
    void ofWhenP521ThenThePublishedPoint() throws Exception {
        ECPrivateKey key = privateKey(
                "secp521r1",
                "AY5pb7A0UFiB3RELSD64fTLOSV_jazdF7fLYyuTw8lOfRhWg6Y6rUrPAxerEzgdRhajnu0ferB0d53vM9mE15j2C");
        assertThat(EcPublicKeys.jwk(EcPublicKeys.of(key)))
                .containsEntry(
                        "x", "AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5EOnYG_NjFZ6OvLFV1jSfS9tsz4qUxcWceqwQGk")
                .containsEntry(
                        "y",
                        "ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2");
    }

    @Test
    void ofWhenHundredNewKeysThenTheirPublicKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        for (int i = 0; i < 100; i++) {
            KeyPair pair = generator.generateKeyPair();
            assertThat(EcPublicKeys.of((ECPrivateKey) pair.getPrivate()).getW())
                    .isEqualTo(((ECPublicKey) pair.getPublic()).getW());
        }
    }

    @Test
    void jwkWhenMadeThenNothingPrivate() {
        assertThat(EcPublicKeys.jwk((ECPublicKey) TestKeys.EC.publicKey())).containsOnlyKeys("kty", "crv", "x", "y");
    }
}
