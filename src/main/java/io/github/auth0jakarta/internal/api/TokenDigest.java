package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.internal.jose.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The SHA-256 hash of a token, which names it without holding it. */
record TokenDigest(long first, long second, long third, long fourth) {

    static TokenDigest of(String token) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.hash(token.getBytes(StandardCharsets.UTF_8)));
        return new TokenDigest(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }

    /** Says nothing about the token. */
    @Override
    public String toString() {
        return "TokenDigest";
    }
}
