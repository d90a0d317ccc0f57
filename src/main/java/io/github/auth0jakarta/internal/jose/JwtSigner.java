package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs tokens of our own with one key and one algorithm (RFC 7515, 5.1). */
public final class JwtSigner {
    private final JWSHeader algorithm;
    private final JWSSigner signer;
    private final StrictJson json;

    /**
     * Makes a signer and signs once to see that it can.
     *
     * @throws IllegalArgumentException where the key does not fit the algorithm; the message says nothing of the key
     */
    public JwtSigner(PrivateKey key, SignatureAlgorithm algorithm, StrictJson json) {
        this.algorithm = new JWSHeader(JWSAlgorithm.parse(algorithm.name()));
        this.json = json;
        if (!key.getAlgorithm().equals(algorithm.keyType())) {
            throw new IllegalArgumentException("is not of the type that " + algorithm + " signs with");
        }
        this.signer = key instanceof ECPrivateKey ec ? ecdsa(ec, algorithm) : rsa(key);
        sign(Map.of(), Map.of());
    }

    private static JWSSigner ecdsa(ECPrivateKey key, SignatureAlgorithm algorithm) {
        Curve curve = Curve.forECParameterSpec(key.getParams());
        if (curve == null || !curve.getName().equals(algorithm.curve())) {
            throw new IllegalArgumentException("is not on the curve that " + algorithm + " signs with");
        }
        try {
            return new ECDSASigner(key, curve);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("cannot sign with " + algorithm, e);
        }
    }

    /** RFC 7518, 3.3: 2048 bits at least, which Nimbus checks. */
    private static JWSSigner rsa(PrivateKey key) {
        try {
            return new RSASSASigner(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is shorter than 2048 bits", e);
        }
    }

    /**
     * Returns a token with these claims.
     *
     * @param header what stands in the header beside {@code alg}
     */
    public String sign(Map<String, ?> header, Map<String, ?> claims) {
        Map<String, Object> whole = new LinkedHashMap<>(header);
        whole.put("alg", algorithm.getAlgorithm().getName());
        String input = encoded(whole) + "." + encoded(claims);
        try {
            return input + "." + signer.sign(algorithm, input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("cannot sign with " + algorithm.getAlgorithm(), e);
        }
    }

    private String encoded(Map<String, ?> object) {
        return Base64Url.encode(json.writeObject(object).getBytes(StandardCharsets.UTF_8));
    }

    /** Says nothing about the key. */
    @Override
    public String toString() {
        return "JwtSigner[" + algorithm.getAlgorithm() + "]";
    }
}
