package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.jwk.JWK;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The keys of one JWKS, ready to verify; immutable, and replaced as a whole. */
final class KeyRing {
    /** How many keys one token may be tried with; each try costs a signature check. */
    private static final int MAX_CANDIDATES = 4;

    private final List<JWK> source;
    private final Map<SignatureAlgorithm, List<VerificationKey>> fitting = new HashMap<>();
    private final Map<SignatureAlgorithm, Map<String, List<VerificationKey>>> byKid = new HashMap<>();

    private final Map<SignatureAlgorithm, List<VerificationKey>> unnamed = new HashMap<>();

    /** Unnamed keys fit tokens that name none. */
    KeyRing(List<JWK> source, SignatureProviders providers) {
        this(source, providers, UnnamedKeys.FIT_UNNAMED_TOKENS);
    }

    /** @param source the keys, of which those that no provider takes are left out */
    KeyRing(List<JWK> source, SignatureProviders providers, UnnamedKeys unnamedKeys) {
        this.source = source;
        List<VerificationKey> keys = source.stream()
                .flatMap(jwk -> VerificationKey.of(jwk, providers).stream())
                .toList();
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            Map<String, List<VerificationKey>> named = new HashMap<>();
            keys.stream()
                    .filter(key -> key.kid() != null && key.fits(algorithm))
                    .forEach(key -> named.computeIfAbsent(
                            Objects.requireNonNull(key.kid()), kid -> candidates(keys, algorithm, kid)));
            byKid.put(algorithm, named);
            fitting.put(algorithm, candidates(keys, algorithm, null));
            if (unnamedKeys == UnnamedKeys.FIT_ANY_TOKEN) {
                List<VerificationKey> nameless =
                        keys.stream().filter(key -> key.kid() == null).toList();
                unnamed.put(algorithm, candidates(nameless, algorithm, null));
            }
        }
    }

    private static List<VerificationKey> candidates(
            List<VerificationKey> keys, SignatureAlgorithm algorithm, @Nullable String kid) {
        return keys.stream()
                .filter(key -> kid == null || kid.equals(key.kid()))
                .filter(key -> key.fits(algorithm))
                .limit(MAX_CANDIDATES)
                .toList();
    }

    /** Returns whether it was made of equal keys in the same order. */
    boolean isOf(List<JWK> keys) {
        return source.equals(keys);
    }

    /**
     * Returns the keys that a token with this header may be signed with.
     *
     * <p>A token that names a key is verified with that one or not at all. One that names none (RFC 7515, 4.1.4 allows it)
     * may be signed with any that fits its algorithm. A name that no key has may stand for one without a name, where those
     * are meant so.
     */
    List<VerificationKey> find(SignatureAlgorithm algorithm, @Nullable String kid) {
        if (kid == null) {
            return fitting.getOrDefault(algorithm, List.of());
        }
        List<VerificationKey> nameless = unnamed.getOrDefault(algorithm, List.of());
        return byKid.getOrDefault(algorithm, Map.of()).getOrDefault(kid, nameless);
    }
}
