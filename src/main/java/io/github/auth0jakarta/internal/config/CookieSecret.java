package io.github.auth0jakarta.internal.config;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A secret that cookies are sealed with: at least 32 bytes of UTF-8, and not a text that only looks long.
 *
 * <p>The check finds what people type while they try something out, not every weak secret: 32 bytes from a random source
 * are what is wanted ({@code openssl rand -hex 32}).
 */
public final class CookieSecret {

    private static final int MIN_BYTES = 32;
    /** Random hexadecimal digits of the least length have 14 on average. */
    private static final int MIN_DISTINCT_CHARACTERS = 9;
    /** A text that repeats itself after fewer characters than this is as weak as its first part. */
    private static final int MIN_PERIOD = 16;

    private final byte[] bytes;

    private CookieSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Returns the secret that is this text.
     *
     * @throws IllegalArgumentException where {@link #weaknessOf} finds one
     */
    public static CookieSecret of(String text) {
        weaknessOf(text).ifPresent(weakness -> {
            throw new IllegalArgumentException("The secret " + weakness);
        });
        return new CookieSecret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns what is wrong with a text as a secret, to be put after its name in a message; empty where nothing is. */
    public static Optional<String> weaknessOf(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length < MIN_BYTES) {
            return Optional.of("is shorter than " + MIN_BYTES + " bytes");
        }
        if (text.chars().distinct().count() < MIN_DISTINCT_CHARACTERS) {
            return Optional.of("has fewer than " + MIN_DISTINCT_CHARACTERS + " different characters");
        }
        if (repeatsItself(text)) {
            return Optional.of("repeats a text of fewer than " + MIN_PERIOD + " characters");
        }
        return Optional.empty();
    }

    private static boolean repeatsItself(String text) {
        for (int period = 1; period < MIN_PERIOD; period++) {
            if (text.startsWith(text.substring(period))) {
                return true;
            }
        }
        return false;
    }

    /** Returns a copy of the bytes; only for deriving keys. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Says nothing about the secret. */
    @Override
    public String toString() {
        return "CookieSecret[hidden]";
    }
}
