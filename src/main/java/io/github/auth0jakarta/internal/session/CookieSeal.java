package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.internal.config.CookieSecret;
import io.github.auth0jakarta.internal.jose.Base64Url;
import io.github.auth0jakarta.internal.jose.Hkdf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts cookie values so that only this application can read them, and only in the cookie that they were made for.
 *
 * <p>AES-256-GCM. A value is base64url without padding of: one version byte, a random nonce of 12 bytes, the
 * ciphertext, the tag of 16 bytes. The key is derived for the purpose from the secret; the version, the purpose, the
 * application and the cookie's name are authenticated with the content. There is nothing in the value that chooses an
 * algorithm. With random nonces of 96 bits, NIST SP 800-38D wants at most 2<sup>32</sup> values sealed by one secret.
 *
 * <p>The first secret seals, every one opens; so a secret is changed by putting a new one in front. Thread-safe.
 */
public final class CookieSeal {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final byte VERSION = 1;
    private static final int IDLE_CIPHERS = 16;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int HEADER_BYTES = 1 + NONCE_BYTES;

    private final List<SecretKey> keys;
    private final byte[] binding;
    private final SecureRandom random;
    private final Provider provider;
    /** Ciphers are dear to make and cheap to begin anew; these belong to no thread, so no thread keeps a key. */
    private final Queue<Cipher> sealing = new ArrayBlockingQueue<>(IDLE_CIPHERS);

    private final Queue<Cipher> opening = new ArrayBlockingQueue<>(IDLE_CIPHERS);
    private final int longest;

    /**
     * Makes the seal of one kind of cookie.
     *
     * @param secrets the first seals, all open
     * @param purpose what the cookies are for, a fixed text per kind
     * @param application what tells this application from others with the same secret: issuer and client id
     * @param random where nonces come from
     */
    public CookieSeal(List<CookieSecret> secrets, String purpose, String application, SecureRandom random) {
        this(secrets, purpose, application, random, ChunkedCookie.MAX_CHARACTERS);
    }

    /**
     * Makes the seal of something that is kept elsewhere than in cookies.
     *
     * @param longest how many characters a value may have to be opened
     */
    public CookieSeal(
            List<CookieSecret> secrets, String purpose, String application, SecureRandom random, int longest) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("A cookie seal needs a secret");
        }
        this.keys = secrets.stream().map(secret -> key(secret, purpose)).toList();
        this.binding = binding(purpose, application);
        this.random = random;
        this.longest = longest;
        this.provider = providerFor(keys.get(0));
    }

    /** Returns how many characters a value may have to be opened. */
    int longest() {
        return longest;
    }

    /** Returns the sealed content as a value for the cookie of this name. */
    public String seal(String cookieName, byte[] plaintext) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = new byte[HEADER_BYTES + plaintext.length + TAG_BYTES];
        sealed[0] = VERSION;
        System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
        try {
            Cipher cipher = cipher(sealing, Cipher.ENCRYPT_MODE, keys.get(0), sealed, cookieName);
            cipher.doFinal(plaintext, 0, plaintext.length, sealed, HEADER_BYTES);
            sealing.offer(cipher);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal a cookie", e);
        }
        return Base64Url.encode(sealed);
    }

    /** Returns the content of a value that {@link #seal} made for the cookie of this name; empty for anything else. */
    public Optional<Opened> open(String cookieName, String value) {
        // Nothing longer is ever written, so it is not even decoded.
        if (value.length() > longest) {
            return Optional.empty();
        }
        return Base64Url.decode(value)
                .filter(bytes -> bytes.length >= HEADER_BYTES + TAG_BYTES && bytes[0] == VERSION)
                .flatMap(bytes -> openWithAnyKey(cookieName, bytes));
    }

    private Optional<Opened> openWithAnyKey(String cookieName, byte[] sealed) {
        for (int i = 0; i < keys.size(); i++) {
            byte[] plaintext = decrypt(keys.get(i), sealed, cookieName);
            if (plaintext != null) {
                return Optional.of(new Opened(plaintext, i > 0));
            }
        }
        return Optional.empty();
    }

    /** Not sealed by this secret, or not for this cookie, or changed: which of them is nobody's business. */
    private byte @Nullable [] decrypt(SecretKey key, byte[] sealed, String cookieName) {
        try {
            Cipher cipher = cipher(opening, Cipher.DECRYPT_MODE, key, sealed, cookieName);
            byte[] plaintext = cipher.doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
            opening.offer(cipher);
            return plaintext;
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    /** One that has failed is not used again, whatever state it is in. */
    private Cipher cipher(Queue<Cipher> idle, int mode, SecretKey key, byte[] sealed, String cookieName)
            throws GeneralSecurityException {
        Cipher waiting = idle.poll();
        Cipher cipher = waiting == null ? Cipher.getInstance(TRANSFORMATION, provider) : waiting;
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, sealed, 1, NONCE_BYTES));
        cipher.updateAAD(binding);
        cipher.updateAAD(cookieName.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKey key(CookieSecret secret, String purpose) {
        byte[] info = ("auth0-jakarta cookie " + purpose).getBytes(StandardCharsets.UTF_8);
        return new SecretKeySpec(Hkdf.derive(secret.bytes(), new byte[0], info, KEY_BYTES), "AES");
    }

    /** Lengths go before the texts, so that no two pairs give the same bytes. The cookie's name comes last, to the end. */
    private static byte[] binding(String purpose, String application) {
        byte[] purposeBytes = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] applicationBytes = application.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + 2 * Integer.BYTES + purposeBytes.length + applicationBytes.length)
                .put(VERSION)
                .putInt(purposeBytes.length)
                .put(purposeBytes)
                .putInt(applicationBytes.length)
                .put(applicationBytes)
                .array();
    }

    /** Asks the runtime once which provider it prefers; a search for it in every call would cost more than the cipher. */
    private static Provider providerFor(SecretKey key) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, new byte[NONCE_BYTES]));
            return cipher.getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no " + TRANSFORMATION + " with 256 bits", e);
        }
    }

    /** The content of a sealed value, and whether a secret opened it that seals no longer. */
    public static final class Opened {

        private final byte[] plaintext;
        private final boolean byOldSecret;

        private Opened(byte[] plaintext, boolean byOldSecret) {
            this.plaintext = plaintext;
            this.byOldSecret = byOldSecret;
        }

        /** Returns the content itself, not a copy. */
        public byte[] plaintext() {
            return plaintext;
        }

        /** Returns whether the value should be sealed again, because its secret is about to be dropped. */
        public boolean byOldSecret() {
            return byOldSecret;
        }
    }
}
