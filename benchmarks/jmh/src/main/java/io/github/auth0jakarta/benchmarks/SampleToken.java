package io.github.auth0jakarta.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

/** An access token of about a thousand characters, signed with RS256 by the second of two keys. */
final class SampleToken {
    static final String ISSUER = "https://tenant.eu.auth0.example/";
    static final String AUDIENCE = "https://api.example";

    private static final Duration DAY = Duration.ofDays(1);

    private final RSAKey key;
    private final JWKSet keys;
    private final byte[] text;

    SampleToken() {
        try {
            this.key = new RSAKeyGenerator(2048).keyID("key-2").generate();
            this.keys =
                    new JWKSet(List.of(new RSAKeyGenerator(2048).keyID("key-1").generate(), key)).toPublicJWKSet();
            this.text = signed().getBytes(StandardCharsets.ISO_8859_1);
        } catch (JOSEException e) {
            throw new IllegalStateException("no sample", e);
        }
    }

    private String signed() throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("auth0|5f7c8ec7c33c6c004bbafe82")
                .audience(List.of(AUDIENCE, ISSUER + "userinfo"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(DAY)))
                .jwtID("Zq8mTq0yPp3lV1sXnC4b7d")
                .claim("scope", "openid profile email read:orders write:orders offline_access")
                .claim("azp", "my-client-id-of-32-characters-xyz")
                .claim("org_id", "org_A1b2C3d4E5f6G7h8")
                .claim("permissions", List.of("read:orders", "write:orders", "read:customers"))
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    /** Returns the token in a String of its own, as a server makes one of each request. */
    String text() {
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    JWKSet keys() {
        return keys;
    }

    RSAPublicKey publicKey() {
        try {
            return key.toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException("no public key", e);
        }
    }
}
