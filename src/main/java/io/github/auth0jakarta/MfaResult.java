package io.github.auth0jakarta;

import java.util.Optional;

/**
 * What came of a second factor.
 *
 * @param tokens what the provider issued; where a session keeps them, without ID token and refresh token
 * @param recoveryCode a new one, to be shown once and kept by the caller, in place of the one that was used up; else empty
 */
public record MfaResult(TokenSet tokens, Optional<String> recoveryCode) {

    /** Says nothing of the tokens and the code. */
    @Override
    public String toString() {
        return "MfaResult[recoveryCode=" + recoveryCode.isPresent() + "]";
    }
}
