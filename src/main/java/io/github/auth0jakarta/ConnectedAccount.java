package io.github.auth0jakarta;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An account at another provider that the caller has connected, so that Auth0 keeps its tokens (Token Vault).
 *
 * @param id of the connected account, to disconnect it by
 * @param connection the connection of the tenant that it is an account of
 * @param accessType {@code offline} where its tokens can be refreshed; empty where Auth0 does not say
 * @param scopes what was granted at the other provider
 * @param createdAt when it was connected; empty where Auth0 does not say
 * @param expiresAt when the connection ends; empty where it does not, or Auth0 does not say
 */
public record ConnectedAccount(
        String id,
        String connection,
        Optional<String> accessType,
        Set<String> scopes,
        Optional<Instant> createdAt,
        Optional<Instant> expiresAt) {

    public ConnectedAccount {
        scopes = Set.copyOf(scopes);
    }
}
