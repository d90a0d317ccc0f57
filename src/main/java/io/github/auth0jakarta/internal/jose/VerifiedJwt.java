package io.github.auth0jakarta.internal.jose;

/**
 * A token whose signature was made by the issuer that it names; {@link JwtVerifier} alone makes one.
 *
 * <p>Nothing else is checked yet: audience, times and whatever a kind of token asks for are the validator's.
 */
public final class VerifiedJwt {
    private final String token;
    private final SignatureAlgorithm algorithm;
    private final Claims claims;

    VerifiedJwt(String token, SignatureAlgorithm algorithm, Claims claims) {
        this.token = token;
        this.algorithm = algorithm;
        this.claims = claims;
    }

    /** Returns the token as it was received. */
    public String token() {
        return token;
    }

    /** Returns the algorithm of the signature. */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** Returns the claims. */
    public Claims claims() {
        return claims;
    }

    /** Says nothing about the token. */
    @Override
    public String toString() {
        return "VerifiedJwt";
    }
}
