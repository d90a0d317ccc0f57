package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessTokenVerifier;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenPresentation;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.VerifiedAccessToken;

/** What an application gets that injects the verifier where it takes no access tokens. */
final class SwitchedOffVerifier implements AccessTokenVerifier {

    @Override
    public VerifiedAccessToken verify(TokenPresentation presentation) {
        throw new TokenValidationException(
                Auth0ErrorCode.ACCESS_TOKEN_NOT_ACCEPTED, "the application takes no access tokens");
    }
}
