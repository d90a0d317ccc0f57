package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.internal.jose.Claims;
import io.github.auth0jakarta.internal.jose.VerifiedJwt;
import java.time.Instant;

/** An access token that is good for this API now; {@link AccessTokenValidator} alone makes one. */
public final class VerifiedAccessToken {
    private final VerifiedJwt jwt;

    VerifiedAccessToken(VerifiedJwt jwt) {
        this.jwt = jwt;
    }

    /** Returns the token as it was received. */
    public String token() {
        return jwt.token();
    }

    /** Returns the claims. */
    public Claims claims() {
        return jwt.claims();
    }

    /** Returns the {@code sub} claim; with the issuer it is who the caller is. */
    public String subject() {
        return jwt.claims().requireString("sub");
    }

    /** Returns the {@code exp} claim. */
    public Instant expiresAt() {
        return jwt.claims().requireInstant("exp");
    }

    /** Says nothing about the token. */
    @Override
    public String toString() {
        return "VerifiedAccessToken";
    }
}
