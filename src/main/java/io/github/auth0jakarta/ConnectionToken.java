package io.github.auth0jakarta;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An access token of another provider for the caller's account there, as Auth0's Token Vault gave it out.
 *
 * @param value the token itself
 * @param connection the Auth0 connection
 * @param loginHint the account that was asked for; empty where none was
 * @param scopes what was granted, as far as is known
 * @param expiresAt when it ends
 */
public record ConnectionToken(
        String value, String connection, Optional<String> loginHint, Set<String> scopes, Instant expiresAt) {

    public ConnectionToken {
        scopes = Set.copyOf(scopes);
    }

    /** Says everything but the token and the account. */
    @Override
    public String toString() {
        return "ConnectionToken[connection=" + connection + ", scopes=" + scopes + ", expiresAt=" + expiresAt + "]";
    }
}
