package io.github.auth0jakarta.internal.jose;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HKDF with SHA-256 (RFC 5869): makes independent keys out of one secret.
 */
public final class Hkdf {

    private static final String HMAC_SHA256 = "HmacSHA256";
    private static final int HASH_BYTES = 32;
    private static final int MAX_BLOCKS = 255;

    private Hkdf() {}

    /** Returns {@code length} bytes for one use, named by {@code info}, of the input key material (RFC 5869 section 2). */
    public static byte[] derive(byte[] inputKeyMaterial, byte[] salt, byte[] info, int length) {
        // RFC 5869 section 2.2: no salt means zeros; an HMAC key is filled up with zeros, and an empty one is not
        // allowed.
        byte[] pseudorandomKey = hmac(salt.length == 0 ? new byte[HASH_BYTES] : salt, inputKeyMaterial);
        return expand(pseudorandomKey, info, length);
    }

    private static byte[] expand(byte[] pseudorandomKey, byte[] info, int length) {
        if (length < 1 || length > MAX_BLOCKS * HASH_BYTES) {
            throw new IllegalArgumentException("HKDF cannot make " + length + " bytes");
        }
        ByteBuffer output = ByteBuffer.allocate(length);
        byte[] block = {};
        for (byte counter = 1; output.hasRemaining(); counter++) {
            block = hmac(pseudorandomKey, block, info, new byte[] {counter});
            output.put(block, 0, Math.min(HASH_BYTES, output.remaining()));
        }
        return output.array();
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC_SHA256);
            mac.init(new SecretKeySpec(key, HMAC_SHA256));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no " + HMAC_SHA256, e);
        }
    }
}
