package io.github.auth0jakarta.internal.jose;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Headers by their encoded text, as tokens with a good signature had them: the tokens of a tenant share a few, and to parse
 * one costs as much as to parse claims.
 */
final class KnownHeaders {
    static final int MAXIMUM = 64;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** A header that is allowed by algorithm and type. */
    record Known(JoseHeader header, SignatureAlgorithm algorithm) {}

    @Nullable
    Known find(String text) {
        return known.get(text);
    }

    /** Keeps a header, after the signature over it has been verified: strangers must not fill this. */
    void keep(String text, Known header) {
        if (known.size() >= MAXIMUM) {
            known.clear();
        }
        known.put(text, header);
    }
}
