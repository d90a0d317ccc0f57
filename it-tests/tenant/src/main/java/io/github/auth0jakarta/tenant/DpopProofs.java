package io.github.auth0jakarta.tenant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks proofs of possession (RFC 9449 section 4.3): ES256, for this very request, fresh, with the nonce, and used once. */
final class DpopProofs {

    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;

    private static final String HEADER = "dpop";
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final DpopNonces nonces;
    private final InstantSource clock;
    private final Expiring<Boolean> seen;

    DpopProofs(DpopNonces nonces, InstantSource clock) {
        this.nonces = nonces;
        this.clock = clock;
        this.seen = new Expiring<>(clock);
    }

    static boolean isIn(Request request) {
        return request.header(HEADER) != null;
    }

    /** Has the answer bring the nonce of the next proof, if proofs need one. */
    Response offerNonce(Response response) {
        String nonce = nonces.next();
        return nonce == null ? response : response.withHeader("DPoP-Nonce", nonce);
    }

    /** Returns the thumbprint of the key that the request proves to have, or null when it has no proof. */
    @Nullable
    String thumbprint(Request request) {
        return isIn(request) ? verify(request, null) : null;
    }

    /** Returns the thumbprint of the key that a request with an access token proves to have. */
    String thumbprint(Request request, String accessToken) {
        require(isIn(request), "a proof is required");
        return verify(request, accessToken);
    }

    private String verify(Request request, @Nullable String accessToken) {
        List<String> proofs = request.headers().getOrDefault(HEADER, List.of());
        require(proofs.size() == 1, "more than one proof");
        try {
            SignedJWT proof = SignedJWT.parse(proofs.get(0));
            ECKey key = key(proof.getHeader());
            require(proof.verify(new ECDSAVerifier(key)), "wrong signature");
            checkClaims(proof.getJWTClaimsSet(), request, accessToken);
            return key.computeThumbprint().toString();
        } catch (ParseException | JOSEException e) {
            throw new OAuthException(OAuth2Error.INVALID_DPOP_PROOF, "malformed proof");
        }
    }

    private static ECKey key(JWSHeader header) {
        require(header.getType() != null && header.getType().getType().equals("dpop+jwt"), "typ is not dpop+jwt");
        require(ALGORITHM.equals(header.getAlgorithm()), "alg is not ES256");
        if (header.getJWK() instanceof ECKey key && !key.isPrivate()) {
            return key;
        }
        throw new OAuthException(OAuth2Error.INVALID_DPOP_PROOF, "jwk is not a public EC key");
    }

    private void checkClaims(JWTClaimsSet claims, Request request, @Nullable String accessToken) throws ParseException {
        require(request.method().equals(claims.getStringClaim("htm")), "htm is not the method");
        require(request.address().equals(claims.getStringClaim("htu")), "htu is not the address");
        require(isFresh(claims.getIssueTime()), "iat is not now");
        String expectedHash = accessToken == null ? null : hash(accessToken);
        require(Objects.equals(expectedHash, claims.getStringClaim("ath")), "ath is not that of the access token");
        String id = claims.getJWTID();
        require(id != null && !id.isEmpty(), "jti is missing");
        require(seen.putIfAbsent(id, true, TOLERANCE.multipliedBy(2).plusSeconds(1)), "proof was used before");
        nonces.check(claims.getStringClaim("nonce"));
    }

    private boolean isFresh(@Nullable Date issuedAt) {
        Instant now = clock.instant();
        return issuedAt != null
                && !issuedAt.toInstant().isBefore(now.minus(TOLERANCE))
                && !issuedAt.toInstant().isAfter(now.plus(TOLERANCE));
    }

    private static String hash(String accessToken) {
        try {
            return Base64URL.encode(MessageDigest.getInstance("SHA-256")
                            .digest(accessToken.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new OAuthException(OAuth2Error.INVALID_DPOP_PROOF, otherwise);
        }
    }
}
