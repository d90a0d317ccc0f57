package io.github.auth0jakarta.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/** A proof as clients send it, of some 540 characters, and the key that it was made with. */
record SampleProof(String text, String thumbprint, ECPublicKey key) {
    static final String ADDRESS = "https://api.example.com/orders/1234";
    static final String ACCESS_TOKEN = "x".repeat(1_004);
    static final Instant TIME = Instant.ofEpochSecond(1_790_000_000);

    static SampleProof make() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256).generate();
            SignedJWT proof = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType("dpop+jwt"))
                            .jwk(key.toPublicJWK())
                            .build(),
                    claims());
            proof.sign(new ECDSASigner(key));
            return new SampleProof(proof.serialize(), key.computeThumbprint().toString(), key.toECPublicKey());
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet claims() throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(ACCESS_TOKEN.getBytes(StandardCharsets.US_ASCII));
        return new JWTClaimsSet.Builder()
                .jwtID("f2a1c5f3-9a64-4bd4-9a3a-0c8a5a3d8a3e")
                .claim("htm", "GET")
                .claim("htu", ADDRESS)
                .issueTime(Date.from(TIME))
                .claim("ath", Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
                .build();
    }
}
