package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.internal.jose.Claims;
import io.github.auth0jakarta.internal.jose.VerifiedJwt;

/** An ID token that passed every rule of OpenID Connect Core 3.1.3.7; {@link IdTokenValidator} alone makes one. */
public final class VerifiedIdToken {
    private final String token;
    private final VerifiedJwt jwt;

    VerifiedIdToken(String token, VerifiedJwt jwt) {
        this.token = token;
        this.jwt = jwt;
    }

    /** Returns the token as it was received. */
    public String token() {
        return token;
    }

    /** Returns the claims. */
    public Claims claims() {
        return jwt.claims();
    }

    /** Returns the {@code sub} claim; with the issuer it is who the caller is. */
    public String subject() {
        return jwt.claims().requireString("sub");
    }

    /** Says nothing about the token. */
    @Override
    public String toString() {
        return "VerifiedIdToken";
    }
}
