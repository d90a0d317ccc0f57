package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.math.BigInteger;
import java.text.ParseException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JWKS (RFC 7517, 5): a document that is wrong is refused as a whole, a member that is wrong is left out.
 *
 * <p>Left out are keys that are not public RSA or EC keys for signatures, RSA keys shorter than 2048 bits (RFC 7518, 3.3)
 * or so long that verifying costs too much, RSA exponents that are small or huge, points that are not on their curve, and
 * whatever cannot be parsed.
 */
final class JwksDocument {
    static final int MAX_LENGTH = 512 * 1024;
    static final int MAX_KEYS = 100;

    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;
    private static final BigInteger MIN_RSA_EXPONENT = BigInteger.valueOf(65537);
    /** As the JDK does for long keys; every key in use has 65537. */
    private static final int MAX_RSA_EXPONENT_BITS = 64;

    /** Members that decide about a signature; others (certificates, dates) must not spoil a good key. */
    private static final Set<String> USED_MEMBERS =
            Set.of("kty", "kid", "alg", "use", "key_ops", "n", "e", "crv", "x", "y");
    /** Members of secret keys (RFC 7518, 6): a key that was published with one is nobody's own any more. */
    private static final Set<String> SECRET_MEMBERS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private JwksDocument() {}

    /**
     * Returns the usable keys of the document, at least one.
     *
     * @throws AuthorizationServerException where the document is no JWKS, too large, or without a usable key
     */
    static JWKSet parse(StrictJson json, byte[] utf8) {
        if (utf8.length > MAX_LENGTH) {
            throw invalid("the JWKS is longer than " + MAX_LENGTH + " bytes");
        }
        List<JWK> usable = members(json, utf8).stream()
                .flatMap(member -> usableKey(member).stream())
                .toList();
        if (usable.isEmpty()) {
            throw invalid("the JWKS has no usable key");
        }
        return new JWKSet(usable);
    }

    private static List<?> members(StrictJson json, byte[] utf8) {
        try {
            if (json.readObject(utf8).get("keys") instanceof List<?> keys && keys.size() <= MAX_KEYS) {
                return keys;
            }
        } catch (MalformedJsonException e) {
            throw invalid("the JWKS is not a strict JSON object: " + e.getMessage());
        }
        throw invalid("the JWKS has no list of at most " + MAX_KEYS + " keys");
    }

    private static Optional<JWK> usableKey(@Nullable Object member) {
        if (!(member instanceof Map<?, ?> parameters) || !Collections.disjoint(parameters.keySet(), SECRET_MEMBERS)) {
            return Optional.empty();
        }
        Map<String, Object> used = new HashMap<>();
        parameters.forEach((name, value) -> used.put((String) name, value));
        used.keySet().retainAll(USED_MEMBERS);
        try {
            return Optional.of(JWK.parse(used)).filter(JwksDocument::isUsable);
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isUsable(JWK key) {
        boolean forSignatures = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
        boolean forVerifying =
                key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY);
        return forSignatures && forVerifying && (key instanceof RSAKey rsa ? isUsable(rsa) : key instanceof ECKey);
    }

    private static boolean isUsable(RSAKey key) {
        int bits = key.getModulus().decodeToBigInteger().bitLength();
        BigInteger exponent = key.getPublicExponent().decodeToBigInteger();
        return bits >= MIN_RSA_BITS
                && bits <= MAX_RSA_BITS
                && exponent.testBit(0)
                && exponent.compareTo(MIN_RSA_EXPONENT) >= 0
                && exponent.bitLength() <= MAX_RSA_EXPONENT_BITS;
    }

    static AuthorizationServerException invalid(String message) {
        return new AuthorizationServerException(Auth0ErrorCode.SERVER_KEYS_INVALID, message, 200, null);
    }
}
