package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.AccessTokenVerifier;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenPresentation;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.VerifiedAccessToken;

/** Verifies what an application presents itself, by the rules that apply to requests. */
public final class PresentedTokenVerifier implements AccessTokenVerifier {
    private final AccessTokenValidator validator;

    public PresentedTokenVerifier(AccessTokenValidator validator) {
        this.validator = validator;
    }

    @Override
    public VerifiedAccessToken verify(TokenPresentation presentation) {
        if (presentation.proof().isPresent()) {
            throw new TokenValidationException(
                    Auth0ErrorCode.ACCESS_TOKEN_BINDING_UNSUPPORTED, "no proofs of possession are taken");
        }
        return validator.validateBearer(presentation.token(), AccessTokenDemands.of(presentation));
    }
}
