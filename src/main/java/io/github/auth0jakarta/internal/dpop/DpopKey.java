package io.github.auth0jakarta.internal.dpop;

import io.github.auth0jakarta.internal.jose.EcPublicKeys;
import io.github.auth0jakarta.internal.jose.JwkThumbprint;
import io.github.auth0jakarta.internal.jose.JwtSigner;
import io.github.auth0jakarta.internal.jose.PrivateKeyPem;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;

/** The key that tokens of this application are bound to: P-256, for ES256 (RFC 9449, 4.2), fixed for its lifetime. */
public final class DpopKey {
    private final JwtSigner signer;
    private final Map<String, Object> publicJwk;
    private final String thumbprint;

    private DpopKey(ECPrivateKey key, StrictJson json) {
        this.signer = new JwtSigner(key, SignatureAlgorithm.ES256, json);
        this.publicJwk = Map.copyOf(EcPublicKeys.jwk(EcPublicKeys.of(key)));
        this.thumbprint = JwkThumbprint.of(publicJwk);
    }

    /**
     * Returns the key that this text is (PKCS#8 in PEM), after it has signed and verified.
     *
     * @throws IllegalArgumentException where it is not a P-256 key that does; the message says nothing of it
     */
    public static DpopKey ofPem(String pem, StrictJson json) {
        if (PrivateKeyPem.parse(pem) instanceof ECPrivateKey key) {
            return new DpopKey(key, json);
        }
        throw new IllegalArgumentException("is not of the type that ES256 signs with");
    }

    /** Returns a new key; tokens bound to it are worth nothing without this very object. */
    public static DpopKey generate(SecureRandom random, StrictJson json) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return new DpopKey((ECPrivateKey) generator.generateKeyPair().getPrivate(), json);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no P-256 in this Java", e);
        }
    }

    /** Returns the SHA-256 thumbprint of the public key (RFC 7638), as {@code dpop_jkt} says it (RFC 9449, 10). */
    public String thumbprint() {
        return thumbprint;
    }

    String sign(Map<String, ?> claims) {
        return signer.sign(Map.of("typ", "dpop+jwt", "jwk", publicJwk), claims);
    }

    /** Says whose key it is, not which. */
    @Override
    public String toString() {
        return "DpopKey[" + thumbprint + "]";
    }
}
