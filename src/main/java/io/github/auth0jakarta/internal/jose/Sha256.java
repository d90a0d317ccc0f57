package io.github.auth0jakarta.internal.jose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 hash of a text, as PKCE's S256 (RFC 7636, 4.2) and DPoP's {@code ath} (RFC 9449, 4.2) use it. */
public final class Sha256 {
    private Sha256() {}

    /** Returns the hash of an ASCII text, base64url-encoded: 43 characters. */
    public static String base64Url(String ascii) {
        return Base64Url.encode(hash(ascii.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Returns the hash, 32 bytes. */
    public static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
