package io.github.auth0jakarta.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.testing.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7468, 10. */
class PrivateKeyPemTest {

    @Test
    void parseWhenRsaOrEcThenThatKey() {
        assertThat(PrivateKeyPem.parse(TestKeys.RSA.pem())).isEqualTo(TestKeys.RSA.privateKey());
        assertThat(PrivateKeyPem.parse(TestKeys.EC.pem())).isEqualTo(TestKeys.EC.privateKey());
    }

    @Test
    void parseWhenTheLineBreaksAreBlanksOrMissingThenThatKey() {
        String pem = TestKeys.EC.pem().strip();
        assertThat(PrivateKeyPem.parse(pem.replace('\n', ' '))).isEqualTo(TestKeys.EC.privateKey());
        assertThat(PrivateKeyPem.parse(pem.replace("\n", ""))).isEqualTo(TestKeys.EC.privateKey());
        assertThat(PrivateKeyPem.parse("\n" + pem.replace("\n", "\r\n") + "\r\n"))
                .isEqualTo(TestKeys.EC.privateKey());
    }

    /** The third is an Ed25519 key (RFC 8410, 10.3). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hidden",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nhiddenhidden\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nhidden=hidden\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n\n-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nhidden\n-----END EC PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nhidden\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nhidden",
            })
    void parseWhenAnythingElseThenRefusedAndNotQuoted(String pem) {
        assertThatThrownBy(() -> PrivateKeyPem.parse(pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is not an RSA or EC key as PKCS#8 in PEM (BEGIN PRIVATE KEY)")
                .hasNoCause();
    }
}
