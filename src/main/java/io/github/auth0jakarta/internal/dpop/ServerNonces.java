package io.github.auth0jakarta.internal.dpop;

import io.github.auth0jakarta.internal.config.CookieSecret;
import io.github.auth0jakarta.internal.jose.Base64Url;
import io.github.auth0jakarta.internal.jose.Hkdf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The nonces of this API (RFC 9449, 8 and 9): the time, and a keyed hash of it.
 *
 * <p>Nothing is stored, so each node that has the secret takes the nonces of every other. Nobody without it can tell the
 * nonce of a later time, so a proof with one was made after that was given out.
 */
public final class ServerNonces {
    /** With the leeway, no nonce is good for more than five minutes. */
    private static final Duration LIFETIME = Duration.ofMinutes(4);

    /** How far the clocks of two nodes may differ. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);
    /** From this age on, a client that sends a nonce gets the next one with the answer. */
    private static final Duration RENEWAL = Duration.ofMinutes(2);

    private static final String HMAC_SHA256 = "HmacSHA256";
    private static final byte[] INFO = "auth0-jakarta DPoP nonce".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int HASH_BYTES = 16;

    private final List<SecretKeySpec> keys;
    private final InstantSource clock;

    /**
     * @param secrets the first makes nonces, all of them verify; at least one
     */
    public ServerNonces(List<CookieSecret> secrets, InstantSource clock) {
        this.keys = secrets.stream()
                .map(secret ->
                        new SecretKeySpec(Hkdf.derive(secret.bytes(), new byte[0], INFO, KEY_BYTES), HMAC_SHA256))
                .toList();
        this.clock = clock;
    }

    /** Returns the nonce of this second. */
    public String current() {
        return nonce(keys.get(0), clock.instant().getEpochSecond());
    }

    /** Returns whether a nonce is one of ours, and its time not over. */
    boolean accepts(String nonce) {
        Instant now = clock.instant();
        return time(nonce)
                .filter(time ->
                        !time.isAfter(now.plus(LEEWAY)) && time.plus(LIFETIME).isAfter(now))
                .filter(time -> keys.stream().anyMatch(key -> isEqual(nonce(key, time.getEpochSecond()), nonce)))
                .isPresent();
    }

    /** Returns whether a nonce that is accepted will soon be over. */
    boolean isEnding(String nonce) {
        return time(nonce).filter(clock.instant().minus(RENEWAL)::isBefore).isEmpty();
    }

    private static Optional<Instant> time(String nonce) {
        return Base64Url.decode(nonce)
                .filter(bytes -> bytes.length == Integer.BYTES + HASH_BYTES)
                .map(bytes -> Instant.ofEpochSecond(
                        Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt())));
    }

    private static String nonce(SecretKeySpec key, long epochSecond) {
        byte[] time =
                ByteBuffer.allocate(Integer.BYTES).putInt((int) epochSecond).array();
        byte[] hash = Arrays.copyOf(hmac(key, time), HASH_BYTES);
        return Base64Url.encode(ByteBuffer.allocate(Integer.BYTES + HASH_BYTES)
                .put(time)
                .put(hash)
                .array());
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC_SHA256);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC_SHA256, e);
        }
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
