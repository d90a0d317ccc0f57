package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.util.Base64URL;
import java.security.SecureRandom;

/** Makes the values that nobody may guess. */
record Randomness(SecureRandom source) {

    /** Returns 256 random bits in base64url. */
    String token() {
        return bytes(32);
    }

    /** Returns 128 random bits in base64url, for identifiers. */
    String id() {
        return bytes(16);
    }

    private String bytes(int count) {
        byte[] bytes = new byte[count];
        source.nextBytes(bytes);
        return Base64URL.encode(bytes).toString();
    }
}
