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

    /** Returns this many random bytes. */
    byte[] secret(int count) {
        byte[] bytes = new byte[count];
        source.nextBytes(bytes);
        return bytes;
    }

    private String bytes(int count) {
        return Base64URL.encode(secret(count)).toString();
    }
}
