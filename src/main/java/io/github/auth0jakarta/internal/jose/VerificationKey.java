package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A public key of an issuer with its verifier, built once per key set because building one costs as much as parsing. */
final class VerificationKey {
    /** What Nimbus wants to know of a header, made by us: what a token says does not reach it. */
    private static final Map<SignatureAlgorithm, JWSHeader> HEADERS = headers();

    private final JWK jwk;
    private final JWSVerifier verifier;

    private VerificationKey(JWK jwk, JWSVerifier verifier) {
        this.jwk = jwk;
        this.verifier = verifier;
    }

    /** Returns the key with its verifier; empty where the security provider does not take it. */
    static Optional<VerificationKey> of(JWK jwk, SignatureProviders providers) {
        try {
            return Optional.of(new VerificationKey(jwk, providers.verifier(jwk)));
        } catch (JOSEException e) {
            return Optional.empty();
        }
    }

    @Nullable
    String kid() {
        return jwk.getKeyID();
    }

    /** Returns whether the key is meant for this algorithm: by type and curve, and by its own {@code alg} if it has one. */
    boolean fits(SignatureAlgorithm algorithm) {
        boolean typeFits = jwk.getKeyType().getValue().equals(algorithm.keyType());
        boolean curveFits =
                !(jwk instanceof ECKey key) || key.getCurve().getName().equals(algorithm.curve());
        boolean algorithmFits =
                jwk.getAlgorithm() == null || jwk.getAlgorithm().getName().equals(algorithm.name());
        return typeFits && curveFits && algorithmFits;
    }

    boolean verifies(SignatureAlgorithm algorithm, CompactJws jws) {
        try {
            return verifier.verify(HEADERS.get(algorithm), jws.signingInput(), new DecodedSignature(jws.signature()));
        } catch (JOSEException e) {
            // The engine takes the key or the algorithm not at all; so nothing has been verified.
            return false;
        }
    }

    private static Map<SignatureAlgorithm, JWSHeader> headers() {
        Map<SignatureAlgorithm, JWSHeader> headers = new EnumMap<>(SignatureAlgorithm.class);
        Arrays.stream(SignatureAlgorithm.values())
                .forEach(algorithm -> headers.put(algorithm, new JWSHeader(JWSAlgorithm.parse(algorithm.name()))));
        return Collections.unmodifiableMap(headers);
    }
}
