package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.HashMap;
import java.util.Map;

/** Whether a security provider verifies what this Java has signed, and refuses what it has not. */
final class SignatureSelfTest {
    private static final Logger LOGGER = System.getLogger(SignatureSelfTest.class.getName());
    private static final Map<String, String> NAMES_IN_JAVA =
            Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");
    private static final byte[] SIGNED = {1, 2, 3};
    private static final byte[] NOT_SIGNED = {1, 2, 4};

    private SignatureSelfTest() {}

    /** Returns whether it can be trusted with all algorithms of this type of key. */
    static boolean passes(Provider provider, String keyType) {
        try {
            Map<String, KeyPair> keys = new HashMap<>();
            for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
                if (algorithm.keyType().equals(keyType) && !passes(provider, algorithm, keys)) {
                    LOGGER.log(Level.WARNING, "{0} is not used: it fails with {1}", provider.getName(), algorithm);
                    return false;
                }
            }
            return true;
        } catch (GeneralSecurityException | JOSEException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.INFO, "{0} is not used for {1}: {2}", provider.getName(), keyType, e);
            return false;
        }
    }

    /** @param made the keys by their curve, those for RSA by none; they take their time */
    private static boolean passes(Provider provider, SignatureAlgorithm algorithm, Map<String, KeyPair> made)
            throws GeneralSecurityException, JOSEException {
        String curve = algorithm.curve() == null ? "" : algorithm.curve();
        KeyPair keys = made.containsKey(curve) ? made.get(curve) : newKeys(algorithm.keyType(), curve);
        made.put(curve, keys);
        JWSHeader header = new JWSHeader(JWSAlgorithm.parse(algorithm.name()));
        JWSSigner signer = keys.getPrivate() instanceof ECPrivateKey ec
                ? new ECDSASigner(ec)
                : new RSASSASigner(keys.getPrivate());
        Base64URL signature = signer.sign(header, SIGNED);
        JWSVerifier verifier = SignatureProviders.verifier(keys.getPublic(), provider);
        return verifier.verify(header, SIGNED, signature) && !verifier.verify(header, NOT_SIGNED, signature);
    }

    private static KeyPair newKeys(String keyType, String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(keyType);
        if (curve.isEmpty()) {
            generator.initialize(2048);
        } else {
            generator.initialize(new ECGenParameterSpec(NAMES_IN_JAVA.get(curve)));
        }
        return generator.generateKeyPair();
    }
}
