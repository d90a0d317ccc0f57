package io.github.auth0jakarta.internal.web;

import io.github.auth0jakarta.internal.jose.Base64Url;
import java.security.SecureRandom;

/**
 * Makes texts that nobody can guess, for {@code state}, {@code nonce} and {@code code_verifier}: 256 bits each, as
 * 43 characters of base64url.
 */
public final class RandomValues {

    private static final int BYTES = 32;

    private final SecureRandom random;

    /** Makes them from this source. */
    public RandomValues(SecureRandom random) {
        this.random = random;
    }

    /** Returns a new one. */
    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }
}
