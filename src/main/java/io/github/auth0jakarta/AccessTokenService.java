package io.github.auth0jakarta;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of the logged-in caller, refreshed when they are about to end.
 */
public interface AccessTokenService {

    /**
     * Returns the access token of the login.
     *
     * @throws InteractionRequiredException {@code session.missing} without a login, {@code session.refresh_token_missing}
     *     where it ended and cannot be refreshed, {@code server.invalid_grant} where the provider refuses to refresh it
     */
    default AccessToken accessToken() {
        return accessToken(null, Set.of());
    }

    /**
     * Returns an access token for an API: the one in the session with this audience and at least these scopes, or a new
     * one by the refresh token.
     *
     * @param audience the API, or null for that of the login
     * @param scopes what is needed; empty for what the login was granted
     * @throws InteractionRequiredException as {@link #accessToken()}
     * @throws AuthorizationServerException where the provider answers with another error
     * @throws LoginException {@code session.not_writable} where a new token is needed and the answer has begun
     * @throws TransportException where it does not answer
     */
    AccessToken accessToken(@Nullable String audience, Set<String> scopes);
}
