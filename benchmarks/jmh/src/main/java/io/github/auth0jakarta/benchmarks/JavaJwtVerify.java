package io.github.auth0jakarta.benchmarks;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;

/** Auth0's java-jwt with the key at hand. */
final class JavaJwtVerify {
    private final JWTVerifier verifier;

    JavaJwtVerify(SampleToken token) {
        this.verifier = JWT.require(Algorithm.RSA256(token.publicKey(), null))
                .withIssuer(SampleToken.ISSUER)
                .withAnyOfAudience(SampleToken.AUDIENCE)
                .withClaimPresence("sub")
                .withClaimPresence("exp")
                .acceptLeeway(60)
                .build();
    }

    DecodedJWT verify(String token) {
        return verifier.verify(token);
    }
}
