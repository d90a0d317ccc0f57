package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A token that the library signed, taken apart and verified by plain JCA, so not by the code under test. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SentJwt(Map<String, Object> header, Map<String, Object> claims, String signingInput, byte[] signature) {

    public static SentJwt of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalStateException("not three parts");
        }
        return new SentJwt(object(parts[0]), object(parts[1]), parts[0] + "." + parts[1], bytes(parts[2]));
    }

    /** Returns whether this key signed it with the algorithm of its header. */
    public boolean isSignedBy(TestKeys key) {
        return key.verifies((String) header.get("alg"), signingInput.getBytes(StandardCharsets.US_ASCII), signature);
    }

    private static Map<String, Object> object(String part) {
        try {
            return new StrictJson().readObject(bytes(part));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String part) {
        if (part.contains("=")) {
            throw new IllegalStateException("padding");
        }
        return Base64.getUrlDecoder().decode(part);
    }
}
