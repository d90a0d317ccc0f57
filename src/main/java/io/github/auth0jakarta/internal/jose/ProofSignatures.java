package io.github.auth0jakarta.internal.jose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that a proof is a JWT of type {@code dpop+jwt} that is signed by ES256 with the public key in its own header
 * (RFC 9449, 4.3, 2 and 4 to 7); the payload is read after that and not before.
 *
 * <p>A client's proofs have one header, so the key of a client that is known is found by the thumbprint in its access token
 * and taken where the header is the same text. Only {@link #remember} makes it known, so that strangers fill nothing. Safe
 * for use by several threads.
 */
public final class ProofSignatures {
    /** Some twelve times a usual proof; what is longer is refused before it is looked at. */
    static final int MAX_LENGTH = 8 * 1024;

    private static final String TYPE = "dpop+jwt";
    private static final int MOST_KEYS = 10_000;

    private final StrictJson json;
    private final SignatureProviders providers;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(MOST_KEYS).build();

    private record Known(String header, ProofKey key) {}

    public ProofSignatures(StrictJson json, SignatureProviders providers) {
        this.json = json;
        this.providers = providers;
    }

    /**
     * Returns the proof with its claims.
     *
     * @param thumbprint of the key that is expected, which is only a hint: another key is not refused here
     * @throws TokenValidationException {@code dpop.*}, where it is refused
     */
    public SignedProof verify(String proof, String thumbprint) {
        if (proof.length() > MAX_LENGTH) {
            throw TokenKind.DPOP.refuse(TokenFault.TOO_LARGE, "the proof is longer than " + MAX_LENGTH + " characters");
        }
        int first = proof.indexOf('.');
        int second = proof.lastIndexOf('.');
        requireThreeParts(proof, first, second);
        String header = proof.substring(0, first);
        byte[] payload = decode("payload", proof.substring(first + 1, second));
        byte[] signature = decode("signature", proof.substring(second + 1));
        ProofKey key = key(header, thumbprint);
        if (!key.verifies(proof.substring(0, second).getBytes(StandardCharsets.US_ASCII), signature)) {
            throw TokenKind.DPOP.refuse(
                    TokenFault.SIGNATURE_INVALID, "the signature does not fit the key in the jwk header");
        }
        return new SignedProof(header, key, new Claims(TokenKind.DPOP, readObject("payload", payload)));
    }

    /** Keeps the key of a proof that has been accepted as a whole, together with its access token. */
    public void remember(SignedProof proof) {
        Known kept = known.getIfPresent(proof.thumbprint());
        if (kept == null || !kept.header().equals(proof.header())) {
            known.put(proof.thumbprint(), new Known(proof.header(), proof.key()));
        }
    }

    /** Forgets all keys. */
    public void dropCache() {
        known.invalidateAll();
    }

    private ProofKey key(String header, String thumbprint) {
        Known kept = known.getIfPresent(thumbprint);
        return kept != null && kept.header().equals(header) ? kept.key() : keyIn(header);
    }

    private ProofKey keyIn(String encoded) {
        Map<String, @Nullable Object> members = readObject("header", decode("header", encoded));
        JoseHeader header = JoseHeader.of(TokenKind.DPOP, members);
        if (!TYPE.equals(header.typ())) {
            throw TokenKind.DPOP.refuse(TokenFault.TYPE_MISMATCH, "the typ header is not " + TYPE);
        }
        if (!header.alg().equals(SignatureAlgorithm.ES256.name())) {
            throw TokenKind.DPOP.refuse(TokenFault.ALGORITHM_NOT_ALLOWED, "the alg header is not ES256");
        }
        return ProofKey.of(members.get("jwk"), providers);
    }

    private static void requireThreeParts(String proof, int first, int second) {
        long dots = proof.chars().filter(c -> c == '.').count();
        if (dots == 4) {
            throw TokenKind.DPOP.refuse(TokenFault.ENCRYPTED, "the proof is encrypted");
        }
        if (dots != 2 || first == 0 || second == first + 1) {
            throw TokenKind.DPOP.refuse(TokenFault.MALFORMED, "the proof does not have three parts");
        }
    }

    private static byte[] decode(String part, String text) {
        return Base64Url.decode(text)
                .filter(bytes -> bytes.length > 0)
                .orElseThrow(() -> TokenKind.DPOP.refuse(TokenFault.MALFORMED, "the " + part + " is not base64url"));
    }

    private Map<String, @Nullable Object> readObject(String part, byte[] utf8) {
        try {
            return json.readObject(utf8);
        } catch (MalformedJsonException e) {
            String message = "the " + part + " is not a strict JSON object: " + e.getMessage();
            throw new TokenValidationException(Auth0ErrorCode.DPOP_MALFORMED, message, e);
        }
    }
}
