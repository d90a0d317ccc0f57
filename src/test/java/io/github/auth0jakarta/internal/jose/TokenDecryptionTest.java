package io.github.auth0jakarta.internal.jose;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenDecryptionTest {
    private static final Set<String> BOTH = Set.of("RSA-OAEP", "RSA-OAEP-256");

    private final String signed = TestJwts.accessToken().build();

    private static TokenDecryption decryption(Set<String> algorithms) {
        return TokenDecryption.of(TestKeys.RSA.pem(), algorithms, new StrictJson());
    }

    private static JWEHeader.Builder header(String algorithm) {
        return new JWEHeader.Builder(JWEAlgorithm.parse(algorithm), EncryptionMethod.A256GCM).contentType("JWT");
    }

    private String encrypted(JWEHeader header, TestKeys key) throws JOSEException {
        JWEObject jwe = new JWEObject(header, new Payload(signed));
        jwe.encrypt(new RSAEncrypter((RSAPublicKey) key.publicKey()));
        return jwe.serialize();
    }

    private static void assertFails(String token) {
        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_DECRYPTION_FAILED,
                () -> decryption(BOTH).decrypt(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA-OAEP", "RSA-OAEP-256"})
    void signedTokenComesOut(String algorithm) throws JOSEException {
        String token = encrypted(header(algorithm).keyID("any").build(), TestKeys.RSA);

        assertThat(decryption(BOTH).decrypt(token)).isEqualTo(signed);
        assertThat(decryption(Set.of(algorithm)).decrypt(token)).isEqualTo(signed);
    }

    @Test
    void otherAlgorithmThanTheConfiguredOneIsRefused() throws JOSEException {
        String token = encrypted(header("RSA-OAEP").build(), TestKeys.RSA);
        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_DECRYPTION_FAILED,
                () -> decryption(Set.of("RSA-OAEP-256")).decrypt(token));
    }

    @Test
    void signedTokenThatIsNotEncryptedIsRefused() {
        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_NOT_ENCRYPTED,
                () -> decryption(BOTH).decrypt(signed));
    }

    @Test
    void tokenForAnotherKeyIsRefused() throws JOSEException {
        assertFails(encrypted(header("RSA-OAEP-256").build(), TestKeys.STRANGER_RSA));
    }

    @Test
    void changedTokenIsRefused() throws JOSEException {
        String token = encrypted(header("RSA-OAEP-256").build(), TestKeys.RSA);
        char last = token.charAt(token.length() - 3);
        assertFails(token.substring(0, token.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 2));
    }

    @Test
    @Tag("DS-06")
    void compressionIsRefusedUnread() throws JOSEException {
        JWEHeader header = header("RSA-OAEP-256")
                .compressionAlgorithm(CompressionAlgorithm.DEF)
                .build();
        assertFails(encrypted(header, TestKeys.RSA));
    }

    @Test
    void otherContentEncryptionIsRefused() throws JOSEException {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.parse("RSA-OAEP-256"), EncryptionMethod.A128GCM)
                .contentType("JWT")
                .build();
        assertFails(encrypted(header, TestKeys.RSA));
    }

    @Test
    void contentThatIsNotSaidToBeATokenIsRefused() throws JOSEException {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.parse("RSA-OAEP-256"), EncryptionMethod.A256GCM).build();
        assertFails(encrypted(header, TestKeys.RSA));
    }

    @Test
    @Tag("DS-06")
    void passwordsAreNotTried() {
        String header = Base64Url.encode(
                "{\"alg\":\"PBES2-HS512+A256KW\",\"enc\":\"A256GCM\",\"cty\":\"JWT\",\"p2c\":2147483647,\"p2s\":\"AAAAAAAAAAA\"}"
                        .getBytes(StandardCharsets.US_ASCII));
        assertFails(header + ".AA.AA.AA.AA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"....", "e30.AA.AA.AA.AA", "!.AA.AA.AA.AA", "bm90.AA.AA.AA.AA"})
    void whatIsNoEncryptedTokenIsRefused(String token) {
        assertFails(token);
    }

    @Test
    void tooLongTokenIsRefused() {
        String token = "a".repeat(CompactJws.MAX_LENGTH) + "....";
        assertRefused(
                Auth0ErrorCode.ACCESS_TOKEN_TOO_LARGE, () -> decryption(BOTH).decrypt(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"keys\":[]}", "not a key"})
    void whatIsNoPrivateKeyIsRefused(String document) {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenDecryption.of(document, BOTH, new StrictJson()));
    }

    @Test
    void weakOrOtherKeysAreRefused() {
        for (TestKeys key : new TestKeys[] {TestKeys.WEAK_RSA, TestKeys.EC}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TokenDecryption.of(key.pem(), BOTH, new StrictJson()));
        }
    }
}
