package io.github.auth0jakarta;

/**
 * Ends sessions when the provider says so (OpenID Connect Back-Channel Logout 1.0).
 *
 * <p>The library serves it at {@code auth0.routes.backchannel-logout} by itself; inject it where an application takes logout
 * tokens in another way.
 */
public interface BackchannelLogoutResource {

    /**
     * Verifies a logout token and ends the sessions that it names.
     *
     * @param logoutToken the value of {@code logout_token}
     * @throws TokenValidationException {@code logout_token.*} where a rule of section 2.6 is broken; then nothing ends
     * @throws AuthorizationServerException where the keys that would decide cannot be had
     * @throws TransportException likewise
     * @throws LoginException {@code session.store_unavailable} where a store of sessions cannot answer; some may have ended
     */
    void logout(String logoutToken);
}
