package io.github.auth0jakarta.internal.dpop;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.jose.Claims;
import io.github.auth0jakarta.internal.jose.ProofSignatures;
import io.github.auth0jakarta.internal.jose.Sha256;
import io.github.auth0jakarta.internal.jose.SignedProof;
import io.github.auth0jakarta.spi.ReplayStore;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Validates the proofs that come with access tokens (RFC 9449, 4.3), in the order of the RFC, but that the payload is not
 * read before the signature is verified.
 *
 * <p>Of a proof that is refused nothing is kept: neither its key nor its {@code jti}.
 */
public final class ProofValidator {
    /** A UUID has 36, 256 random bits have 43; whatever is longer only costs. */
    static final int LONGEST_JTI = 256;

    private final ProofSignatures signatures;
    private final ProofTimes times;
    private final @Nullable ServerNonces nonces;
    private final UsedProofs used;

    /**
     * @param nonces what proofs must have one of, null where they need none
     * @param store the application's or the default, looked up when needed
     */
    public ProofValidator(
            ProofSignatures signatures, ProofTimes times, @Nullable ServerNonces nonces, Supplier<ReplayStore> store) {
        this.signatures = signatures;
        this.times = times;
        this.nonces = nonces;
        this.used = new UsedProofs(store);
    }

    /**
     * Accepts the proof of a request, once.
     *
     * @param headers the values of the request's {@code DPoP} headers
     * @param accessToken what came with it, already verified
     * @param thumbprint of the key that the token is bound to
     * @return whether the client should have a new nonce with the answer
     * @throws TokenValidationException {@code dpop.*} where a rule is broken, the first one that is, or
     *     {@code access_token.key_mismatch}
     * @throws Auth0Exception of another type where nobody knows whether the proof was used before
     */
    public boolean validate(List<String> headers, ProvenRequest request, String accessToken, String thumbprint) {
        SignedProof proof = signatures.verify(onlyOne(headers), thumbprint);
        Claims claims = proof.claims();
        String jti = jti(claims);
        String htm = claims.requireString("htm");
        String htu = claims.requireString("htu");
        Instant iat = claims.requireInstant("iat");
        String ath = claims.requireString("ath");
        require(request.isMethod(htm), Auth0ErrorCode.DPOP_METHOD_MISMATCH, "the htm claim is another method");
        require(request.isAddress(htu), Auth0ErrorCode.DPOP_URI_MISMATCH, "the htu claim is another address");
        boolean nonceIsEnding = nonces != null && requireNonce(nonces, claims);
        times.check(claims);
        require(
                ath.equals(Sha256.base64Url(accessToken)),
                Auth0ErrorCode.DPOP_TOKEN_HASH_MISMATCH,
                "the ath claim is not the hash of the access token");
        require(
                proof.thumbprint().equals(thumbprint),
                Auth0ErrorCode.ACCESS_TOKEN_KEY_MISMATCH,
                "the token is bound to another key than that of the proof");
        used.use(thumbprint, jti, times.end(iat));
        signatures.remember(proof);
        return nonceIsEnding;
    }

    /** RFC 9449, 4.3, 1. */
    private static String onlyOne(List<String> headers) {
        if (headers.isEmpty()) {
            throw new TokenValidationException(Auth0ErrorCode.DPOP_PROOF_MISSING, "there is no proof");
        }
        // Something in between may have joined several headers into one.
        if (headers.size() > 1 || headers.get(0).indexOf(',') >= 0) {
            throw new TokenValidationException(Auth0ErrorCode.DPOP_PROOF_REPEATED, "there are several proofs");
        }
        return headers.get(0);
    }

    private static String jti(Claims claims) {
        String jti = claims.requireString("jti");
        require(jti.length() <= LONGEST_JTI, Auth0ErrorCode.DPOP_CLAIM_MALFORMED, "the jti claim is too long");
        return jti;
    }

    private static boolean requireNonce(ServerNonces nonces, Claims claims) {
        String nonce = claims.string("nonce").orElse("");
        require(
                nonces.accepts(nonce),
                Auth0ErrorCode.DPOP_NONCE_REQUIRED,
                "the nonce claim is none of ours that lives");
        return nonces.isEnding(nonce);
    }

    private static void require(boolean condition, Auth0ErrorCode code, String message) {
        if (!condition) {
            throw new TokenValidationException(code, message);
        }
    }
}
