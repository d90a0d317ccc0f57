package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.AccessTokenCredential;
import io.github.auth0jakarta.Auth0ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The credential that the mechanism hands to the identity stores, and that the one which looks at it writes on what the answer
 * has to say.
 *
 * <p>{@code CredentialValidationResult} has no place for one.
 */
final class PresentedAccessToken extends AccessTokenCredential {
    private final Presentation presentation;
    private final TokenOrigin origin;
    private @Nullable Auth0ErrorCode refusal;
    private boolean nonceWanted;

    PresentedAccessToken(String token, Presentation presentation, TokenOrigin origin) {
        super(token);
        this.origin = origin;
        this.presentation = presentation;
    }

    Presentation presentation() {
        return presentation;
    }

    TokenOrigin origin() {
        return origin;
    }

    void wantNonce() {
        nonceWanted = true;
    }

    /** Returns whether the client should have a new nonce with the answer. */
    boolean isNonceWanted() {
        return nonceWanted;
    }

    void refuse(Auth0ErrorCode code) {
        refusal = code;
    }

    /** Returns why it was refused, {@code access_token.not_accepted} where no store said. */
    Auth0ErrorCode refusal() {
        return refusal == null ? Auth0ErrorCode.ACCESS_TOKEN_NOT_ACCEPTED : refusal;
    }
}
