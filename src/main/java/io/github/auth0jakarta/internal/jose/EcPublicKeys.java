package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.List;
import java.util.Map;
import javax.crypto.KeyAgreement;

/** The public key that belongs to an EC private key; PKCS#8 may leave it out, and Java does not compute it. */
public final class EcPublicKeys {
    private static final byte[] PROBE = {1};

    private EcPublicKeys() {}

    /**
     * Returns the public key, after a signature of the private one was verified with it.
     *
     * <p>Diffie and Hellman's agreement with the curve's base point yields the x of the public point; of the two points
     * with that x, the right one verifies.
     *
     * @throws IllegalArgumentException where none does; the message says nothing of the key
     */
    public static ECPublicKey of(ECPrivateKey key) {
        try {
            ECParameterSpec curve = key.getParams();
            BigInteger x = xOfPublicPoint(key);
            BigInteger y = rootAt(x, curve);
            byte[] signature = sign(key);
            for (BigInteger candidate : List.of(y, prime(curve).subtract(y))) {
                ECPublicKey publicKey = point(new ECPoint(x, candidate), curve);
                if (verifies(publicKey, signature)) {
                    return publicKey;
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("has no public key that can be computed", e);
        }
        throw new IllegalArgumentException("has no public key that verifies what it signs");
    }

    /** Returns the key as a JWK (RFC 7517) of {@code kty}, {@code crv}, {@code x} and {@code y}. */
    public static Map<String, Object> jwk(ECPublicKey key) {
        return new ECKey.Builder(Curve.forECParameterSpec(key.getParams()), key)
                .build()
                .toJSONObject();
    }

    private static BigInteger xOfPublicPoint(ECPrivateKey key) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key);
        agreement.doPhase(point(key.getParams().getGenerator(), key.getParams()), true);
        return new BigInteger(1, agreement.generateSecret());
    }

    /** Solves y² = x³ + ax + b; the primes of all NIST curves are 3 modulo 4, which makes the root a power. */
    private static BigInteger rootAt(BigInteger x, ECParameterSpec curve) {
        BigInteger p = prime(curve);
        BigInteger square = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB())
                .mod(p);
        return square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
    }

    private static BigInteger prime(ECParameterSpec curve) {
        return ((ECFieldFp) curve.getCurve().getField()).getP();
    }

    private static ECPublicKey point(ECPoint point, ECParameterSpec curve) throws GeneralSecurityException {
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
    }

    private static byte[] sign(ECPrivateKey key) throws GeneralSecurityException {
        Signature engine = Signature.getInstance("SHA256withECDSA");
        engine.initSign(key);
        engine.update(PROBE);
        return engine.sign();
    }

    private static boolean verifies(PublicKey key, byte[] signature) throws GeneralSecurityException {
        Signature engine = Signature.getInstance("SHA256withECDSA");
        engine.initVerify(key);
        engine.update(PROBE);
        return engine.verify(signature);
    }
}
