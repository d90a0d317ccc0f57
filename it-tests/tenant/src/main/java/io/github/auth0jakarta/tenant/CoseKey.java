package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;
import java.util.Set;

/** A passkey's public key: ES256 on P-256 (RFC 9053 sections 2.1 and 7.1.1). */
final class CoseKey {

    static final long ALGORITHM = -7;

    private static final Map<Object, Object> CONSTANT = Map.of(1L, 2L, 3L, ALGORITHM, -1L, 1L);
    private static final long X = -2;
    private static final long Y = -3;
    private static final int COORDINATE = 32;

    private final PublicKey key;

    private CoseKey(PublicKey key) {
        this.key = key;
    }

    /** Reads the key that begins here and leaves what follows it. */
    static CoseKey read(ByteBuffer input) {
        Map<?, ?> parameters = Cbor.readMap(input);
        if (!parameters.keySet().equals(Set.of(1L, 3L, -1L, X, Y))
                || !parameters.entrySet().containsAll(CONSTANT.entrySet())) {
            throw PasskeyVerifier.refused("the key is none of ES256");
        }
        try {
            ECKey.Builder point = new ECKey.Builder(Curve.P_256, coordinate(parameters, X), coordinate(parameters, Y));
            return new CoseKey(point.build().toECPublicKey());
        } catch (IllegalStateException | IllegalArgumentException | JOSEException e) {
            throw PasskeyVerifier.refused("the key is not on its curve");
        }
    }

    private static Base64URL coordinate(Map<?, ?> parameters, long name) {
        if (parameters.get(name) instanceof ByteBuffer bytes && bytes.remaining() == COORDINATE) {
            return Base64URL.encode(AuthenticatorData.array(bytes));
        }
        throw PasskeyVerifier.refused("a coordinate of the key is malformed");
    }

    /** Says whether this is a signature, in ASN.1, of these parts, one after the other. */
    boolean verifies(byte[] signature, byte[]... parts) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(key);
            for (byte[] part : parts) {
                verifier.update(part);
            }
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
