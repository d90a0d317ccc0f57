package io.github.auth0jakarta;

import jakarta.security.enterprise.credential.Credential;

/**
 * An access token as a caller sent it, not yet verified (RFC 6750).
 *
 * @param token the text behind the scheme, exactly as received
 */
public record AccessTokenCredential(String token) implements Credential {

    /** Says nothing about the token. */
    @Override
    public String toString() {
        return "AccessTokenCredential";
    }
}
