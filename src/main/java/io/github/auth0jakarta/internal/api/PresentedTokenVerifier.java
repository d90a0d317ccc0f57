package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.AccessTokenVerifier;
import io.github.auth0jakarta.TokenPresentation;
import io.github.auth0jakarta.VerifiedAccessToken;

/** Verifies what an application presents itself, by the rules that apply to requests. */
public final class PresentedTokenVerifier implements AccessTokenVerifier {
    private final AccessTokenValidator validator;
    private final ProofOfPossession possession;

    public PresentedTokenVerifier(AccessTokenValidator validator, ProofOfPossession possession) {
        this.validator = validator;
        this.possession = possession;
    }

    @Override
    public VerifiedAccessToken verify(TokenPresentation presentation) {
        Presentation how = Presentation.of(presentation);
        possession.requireAccepted(how.scheme());
        VerifiedAccessToken token = validator.validate(presentation.token(), AccessTokenDemands.of(presentation));
        possession.accept(token, how);
        return token;
    }
}
