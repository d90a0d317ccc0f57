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
     * @throws Auth0Exception as {@link #accessToken(AccessTokenRequest)}
     */
    default AccessToken accessToken() {
        return accessToken(AccessTokenRequest.ofLogin());
    }

    /**
     * Returns an access token for an API.
     *
     * @param audience the API, or null for that of the login
     * @param scopes what is needed; empty for what the login was granted
     * @throws Auth0Exception as {@link #accessToken(AccessTokenRequest)}
     */
    default AccessToken accessToken(@Nullable String audience, Set<String> scopes) {
        return accessToken(
                audience == null
                        ? AccessTokenRequest.ofLogin().withScopes(scopes)
                        : AccessTokenRequest.of(audience, scopes));
    }

    /**
     * Returns an access token: the one in the session with this audience and at least these scopes, or a new one by the
     * refresh token. Any number of requests of a session that need the same at once cause one refresh.
     *
     * @throws InteractionRequiredException {@code session.missing} without a login, {@code session.refresh_token_missing}
     *     where the token ended and cannot be refreshed, {@code session.scopes_missing} where the provider granted less than
     *     is needed, {@code server.invalid_grant} where it refuses to refresh for good; the session has ended then
     * @throws AuthorizationServerException where the provider answers with another error; the session is as it was
     * @throws LoginException {@code session.not_writable} where a new token is needed and the answer has begun, and the
     *     session is kept in a cookie
     * @throws TransportException where the provider does not answer; the session is as it was
     */
    AccessToken accessToken(AccessTokenRequest request);

    /**
     * Revokes the refresh token of the session at the provider (RFC 7009) and takes it out of the session; the access tokens
     * stay.
     *
     * @throws InteractionRequiredException {@code session.missing}, {@code session.refresh_token_missing}
     * @throws AuthorizationServerException where the provider answers with an error; it stays in the session then
     * @throws TransportException where it does not answer; it stays in the session then
     */
    void revokeRefreshToken();
}
