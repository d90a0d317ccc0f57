package io.github.auth0jakarta.internal.jose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signature algorithm that a token may be allowed to use (RFC 7518, 3.1).
 *
 * <p>{@code none} and the HMAC algorithms are not here, so no configuration can allow them.
 */
public enum SignatureAlgorithm {
    RS256("RSA", null, "SHA-256"),
    RS384("RSA", null, "SHA-384"),
    RS512("RSA", null, "SHA-512"),
    PS256("RSA", null, "SHA-256"),
    PS384("RSA", null, "SHA-384"),
    PS512("RSA", null, "SHA-512"),
    ES256("EC", "P-256", "SHA-256"),
    ES384("EC", "P-384", "SHA-384"),
    ES512("EC", "P-521", "SHA-512");

    private final String keyType;
    private final @Nullable String curve;
    private final String digest;

    SignatureAlgorithm(String keyType, @Nullable String curve, String digest) {
        this.keyType = keyType;
        this.curve = curve;
        this.digest = digest;
    }

    /** Returns the algorithm of exactly this name, as in an {@code alg} member; empty for any other. */
    public static Optional<SignatureAlgorithm> of(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst();
    }

    /**
     * Returns the left half of the hash of an ASCII text, base64url-encoded: what {@code at_hash} and {@code c_hash} hold
     * in a token that is signed with this algorithm (OpenID Connect Core, 3.1.3.6).
     */
    public String leftHalfHash(String ascii) {
        byte[] hash = digest().digest(ascii.getBytes(StandardCharsets.US_ASCII));
        return Base64Url.encode(Arrays.copyOf(hash, hash.length / 2));
    }

    /** Returns the {@code kty} of the keys that fit. */
    String keyType() {
        return keyType;
    }

    /** Returns the {@code crv} of the keys that fit; null where any key of the type does. */
    @Nullable
    String curve() {
        return curve;
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no " + digest + " in this Java", e);
        }
    }
}
