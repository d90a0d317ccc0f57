package io.github.auth0jakarta;

import jakarta.security.enterprise.credential.Credential;

/**
 * An access token as a caller sent it, not yet verified (RFC 6750).
 *
 * <p>An application may hand one to {@code IdentityStoreHandler.validate} itself, for a token that came another way than in
 * the {@code Authorization} header.
 */
public class AccessTokenCredential implements Credential {
    private final String token;

    /**
     * @param token the text behind the scheme, exactly as received
     */
    public AccessTokenCredential(String token) {
        this.token = token;
    }

    /** Returns the token. */
    public final String token() {
        return token;
    }

    /** Says nothing about the token. */
    @Override
    public String toString() {
        return "AccessTokenCredential";
    }
}
