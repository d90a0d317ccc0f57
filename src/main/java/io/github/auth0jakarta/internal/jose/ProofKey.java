package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenValidationException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The public P-256 key in the header of a proof, with its verifier (RFC 9449, 4.2). */
final class ProofKey {
    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.ES256);
    private static final int COORDINATE_BYTES = 32;
    /** RFC 7518, 6.2.2, 6.3.2 and 6.4: what is nobody's business but the owner's. */
    private static final List<String> PRIVATE_MEMBERS = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private final String thumbprint;
    private final JWSVerifier verifier;

    private ProofKey(String thumbprint, JWSVerifier verifier) {
        this.thumbprint = thumbprint;
        this.verifier = verifier;
    }

    /**
     * Returns the key that a {@code jwk} header names.
     *
     * @throws TokenValidationException where it is anything but a public key for ES256 that is a point of the curve
     */
    static ProofKey of(@Nullable Object jwk, SignatureProviders providers) {
        if (!(jwk instanceof Map<?, ?> members)) {
            throw invalid("is not an object");
        }
        if (PRIVATE_MEMBERS.stream().anyMatch(members::containsKey)) {
            throw invalid("has a private or a symmetric key in it");
        }
        if (!"EC".equals(members.get("kty")) || !"P-256".equals(members.get("crv"))) {
            throw invalid("is not of the kty EC and the crv P-256");
        }
        if (!isAbsentOr(members, "use", "sig") || !isAbsentOr(members, "alg", "ES256")) {
            throw invalid("is for another use or algorithm");
        }
        try {
            // Nimbus sees that the point is on the curve, when it builds the key and again for the verifier.
            ECKey key = new ECKey.Builder(Curve.P_256, coordinate(members, "x"), coordinate(members, "y")).build();
            return new ProofKey(key.computeThumbprint().toString(), providers.verifier(key));
        } catch (JOSEException | IllegalStateException | IllegalArgumentException e) {
            throw invalid("is not a point of its curve");
        }
    }

    /** Returns the thumbprint of the key (RFC 7638). */
    String thumbprint() {
        return thumbprint;
    }

    /** Returns whether this key signed these bytes. */
    boolean verifies(byte[] signingInput, byte[] signature) {
        try {
            return verifier.verify(HEADER, signingInput, new DecodedSignature(signature));
        } catch (JOSEException e) {
            // The engine takes the key not at all; so nothing has been verified.
            return false;
        }
    }

    /** A coordinate has all its bytes (RFC 7518, 6.2.1.2), so that a point has one thumbprint. */
    private static Base64URL coordinate(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text
                && Base64Url.decode(text)
                        .filter(bytes -> bytes.length == COORDINATE_BYTES)
                        .isPresent()) {
            return new Base64URL(text);
        }
        throw invalid("has no " + name + " of 32 bytes");
    }

    private static boolean isAbsentOr(Map<?, ?> members, String name, String value) {
        return !members.containsKey(name) || value.equals(members.get(name));
    }

    private static TokenValidationException invalid(String reason) {
        return new TokenValidationException(Auth0ErrorCode.DPOP_KEY_INVALID, "the jwk header " + reason);
    }
}
