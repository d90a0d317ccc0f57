package io.github.auth0jakarta.internal.boot;

import java.security.SecureRandom;

/** The one place where randomness comes from; the build forbids to make a source elsewhere. */
final class RandomSource {
    private RandomSource() {}

    static SecureRandom secure() {
        return new SecureRandom();
    }
}
