package io.github.auth0jakarta.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of WebAuthn, read as section 16.2 of its Level 3 shows them: ES256 without attestation. */
class WebAuthnSpecTest {

    private static final String AUTHENTICATOR_DATA = "bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b5"
            + "59000000008446ccb9ab1db374750b2367ff6f3a1f0020f91f391db4c9b2fde0ea70189cba3fb63f579ba6122b33ad94ff3e"
            + "c330084be4a5010203262001215820afefa16f97ca9b2d23eb86ccb64098d20db90856062eb249c33a9b672f26df61225820"
            + "930a56b87a2fca66334b03458abf879717c12cc68ed73290af2e2664796b9220";
    private static final String ATTESTATION =
            "a363666d74646e6f6e656761747453746d74a068617574684461746158a4" + AUTHENTICATOR_DATA;
    private static final String ASSERTION =
            "bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b51900000000";
    private static final String CLIENT_DATA = "7b2274797065223a22776562617574686e2e676574222c226368616c6c656e6765223a22"
            + "4f63446e55685158756c5455506f334a5558543049393770767a7a59425039745a63685879617630314167222c226f726967"
            + "696e223a2268747470733a2f2f6578616d706c652e6f7267222c2263726f73734f726967696e223a66616c73657d";
    private static final String SIGNATURE = "3046022100f50a4e2e4409249c4a853ba361282f09841df4dd4547a13a87780218deffcd38"
            + "0221008480ac0f0b93538174f575bf11a1dd5d78c6e486013f937295ea13653e331e87";

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static AuthenticatorData.Attested made() {
        return Objects.requireNonNull(
                AuthenticatorData.parse(hex(AUTHENTICATOR_DATA)).attested());
    }

    @Test
    void attestationObjectHoldsTheAuthenticatorData() {
        ByteBuffer input = ByteBuffer.wrap(hex(ATTESTATION));
        Map<?, ?> object = Cbor.readMap(input);
        assertThat(input.hasRemaining()).isFalse();
        assertThat(object.get("fmt")).isEqualTo("none");
        assertThat(object.get("authData")).isEqualTo(ByteBuffer.wrap(hex(AUTHENTICATOR_DATA)));
    }

    @Test
    void authenticatorDataHaveThePasskey() throws Exception {
        AuthenticatorData data = AuthenticatorData.parse(hex(AUTHENTICATOR_DATA));
        byte[] rpId = "example.org".getBytes(StandardCharsets.US_ASCII);
        assertThat(data.rpIdHash())
                .isEqualTo(Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(rpId)));
        assertThat(data.flags()).isEqualTo(0x59);
        assertThat(data.signCount()).isZero();
        assertThat(made().id())
                .isEqualTo(Base64URL.encode(hex("f91f391db4c9b2fde0ea70189cba3fb63f579ba6122b33ad94ff3ec330084be4")));
    }

    @Test
    void signatureIsThatOfThePasskeyOverBothParts() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(hex(CLIENT_DATA));
        CoseKey key = made().key();
        assertThat(AuthenticatorData.parse(hex(ASSERTION)).attested()).isNull();
        assertThat(key.verifies(hex(SIGNATURE), hex(ASSERTION), hash)).isTrue();
        assertThat(key.verifies(hex(SIGNATURE), hash, hex(ASSERTION))).isFalse();
        assertThat(key.verifies(hex(SIGNATURE.replace("1e87", "1e88")), hex(ASSERTION), hash))
                .isFalse();
        assertThat(key.verifies(hex("00"), hex(ASSERTION), hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "01", // no map
                "a1", // a member is missing
                "a1180101", // not in its shortest form
                "a119000101", // nor this
                "bf0101ff", // of indefinite length
                "a201010102", // a key twice
                "a10141", // bytes that are not there
                "a1015bffffffffffffffff", // nor these
                "a101f5", // a boolean
                "a101fb3ff0000000000000", // a float
                "a101c101", // a tag
                "a10161ff", // no UTF-8
                "a101a101a101a101a101a0" // too deep
            })
    void otherCborIsRefused(String text) {
        assertThatThrownBy(() -> Cbor.readMap(ByteBuffer.wrap(hex(text)))).isInstanceOf(OAuthException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a5010203262001215820afef", // too short
                "a4010203262001225820930a56b87a2fca66334b03458abf879717c12cc68ed73290af2e2664796b9220", // without x
                "a5010203382420012158200000000000000000000000000000000000000000000000000000000000000001225820"
                        + "0000000000000000000000000000000000000000000000000000000000000002", // ES256K's number
                "a50102032620012158200000000000000000000000000000000000000000000000000000000000000001225820"
                        + "0000000000000000000000000000000000000000000000000000000000000002", // not on the curve
                "a5010203262001214101225820930a56b87a2fca66334b03458abf879717c12cc68ed73290af2e2664796b9220" // short x
            })
    void otherKeysAreRefused(String text) {
        assertThatThrownBy(() -> CoseKey.read(ByteBuffer.wrap(hex(text)))).isInstanceOf(OAuthException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x02, 0x20, 0x80})
    void flagsThatNobodyUnderstandsAreRefused(int flag) {
        byte[] data = hex(ASSERTION);
        data[32] |= (byte) flag;
        assertThatThrownBy(() -> AuthenticatorData.parse(data)).isInstanceOf(OAuthException.class);
    }

    @Test
    void authenticatorDataOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> AuthenticatorData.parse(hex(ASSERTION + "00"))).isInstanceOf(OAuthException.class);
        assertThatThrownBy(() -> AuthenticatorData.parse(hex(ASSERTION.substring(2))))
                .isInstanceOf(OAuthException.class);
        assertThatThrownBy(() -> AuthenticatorData.parse(hex(AUTHENTICATOR_DATA + "a0")))
                .isInstanceOf(OAuthException.class);
    }
}
