package io.github.auth0jakarta.internal.jose;

import org.jspecify.annotations.Nullable;

/**
 * What a token says whose signature was made by the issuer that it names; {@link JwtVerifier} alone makes one. It does not
 * hold the token.
 *
 * <p>Nothing else is checked yet: audience, times and whatever a kind of token asks for are the validator's.
 */
public final class VerifiedJwt {
    private final SignatureAlgorithm algorithm;
    private final @Nullable String type;
    private final Claims claims;
    private final TrustedIssuer issuer;
    private final KeyRing ring;

    /**
     * @param type the {@code typ} header, null where there is none
     * @param ring the keys of the issuer that one of fits
     */
    VerifiedJwt(
            SignatureAlgorithm algorithm, @Nullable String type, Claims claims, TrustedIssuer issuer, KeyRing ring) {
        this.algorithm = algorithm;
        this.type = type;
        this.claims = claims;
        this.issuer = issuer;
        this.ring = ring;
    }

    /** Returns the algorithm of the signature. */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** Returns whether the {@code typ} header is this media type, given in lower case without {@code application/}. */
    public boolean hasType(String mediaType) {
        return type != null && TypeRule.normalized(type).equals(mediaType);
    }

    /** Returns the claims. */
    public Claims claims() {
        return claims;
    }

    /**
     * Returns whether the signature counts now: the chosen issuer is the one whose key made it, and its keys are those that
     * it was verified with.
     *
     * @throws io.github.auth0jakarta.Auth0Exception where the keys cannot be had
     */
    @SuppressWarnings("ReferenceEquality") // the same ring is the same keys; an equal one is verified anew
    public boolean isSignedBy(TrustedIssuer chosen) {
        return chosen.equals(issuer) && chosen.keys().ring() == ring;
    }

    /** Says nothing about the token. */
    @Override
    public String toString() {
        return "VerifiedJwt";
    }
}
