package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.AccessTokenCredential;
import io.github.auth0jakarta.Auth0ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The credential that the mechanism hands to the identity stores, and that the one which refuses it writes its reason on.
 *
 * <p>{@code CredentialValidationResult} has no place for one.
 */
final class PresentedAccessToken extends AccessTokenCredential {
    private @Nullable Auth0ErrorCode refusal;

    PresentedAccessToken(String token) {
        super(token);
    }

    void refuse(Auth0ErrorCode code) {
        refusal = code;
    }

    /** Returns why it was refused, {@code access_token.not_accepted} where no store said. */
    Auth0ErrorCode refusal() {
        return refusal == null ? Auth0ErrorCode.ACCESS_TOKEN_NOT_ACCEPTED : refusal;
    }
}
