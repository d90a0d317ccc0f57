package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one JWKS, ready to verify; immutable.
 *
 * @param source the set that they were made of
 * @param keys the keys, in the order of the set
 */
record KeyRing(JWKSet source, List<VerificationKey> keys) {
    /** How many keys one token may be tried with; each try costs a signature check. */
    private static final int MAX_CANDIDATES = 4;

    static KeyRing of(JWKSet source) {
        return new KeyRing(
                source,
                source.getKeys().stream()
                        .flatMap(jwk -> VerificationKey.of(jwk).stream())
                        .toList());
    }

    /**
     * Returns the keys that a token with this header may be signed with.
     *
     * <p>A token that names a key is verified with that one or not at all. One that names none (RFC 7515, 4.1.4 allows it)
     * may be signed with any that fits its algorithm.
     */
    List<VerificationKey> find(SignatureAlgorithm algorithm, @Nullable String kid) {
        return keys.stream()
                .filter(key -> kid == null || Objects.equals(kid, key.kid()))
                .filter(key -> key.fits(algorithm))
                .limit(MAX_CANDIDATES)
                .toList();
    }
}
