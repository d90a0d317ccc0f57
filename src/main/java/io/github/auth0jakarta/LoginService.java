package io.github.auth0jakarta;

import java.net.URI;

/**
 * Begins logins where the application wishes so; a protected page and the login route begin one by themselves.
 *
 * <p>All methods are for the current request, whose answer must not have begun: a cookie is set. All throw
 * {@link LoginException} ({@code login.options_invalid}, {@code login.origin_unknown}, {@code session.not_writable}),
 * {@link AuthorizationServerException} or {@link TransportException}.
 */
public interface LoginService {

    /**
     * Begins a login and returns where the browser has to go for it; the application sends it there.
     *
     * @param options how it differs from the configuration
     */
    URI begin(LoginOptions options);

    /** Begins a login and sends the browser to it; the answer is complete afterwards. */
    void redirect(LoginOptions options);

    /**
     * Begins to link another account to the logged-in caller's (Auth0), and returns where the browser has to go.
     *
     * @param connection the Auth0 connection of the other account
     * @param connectionScope what is asked for at that connection, separated by spaces; empty for nothing in particular
     * @throws InteractionRequiredException {@code session.missing} without a login
     */
    URI beginLink(String connection, String connectionScope, LoginOptions options);

    /**
     * Begins to take a linked account off the logged-in caller's (Auth0), and returns where the browser has to go.
     *
     * @param connection the Auth0 connection of the other account
     * @throws InteractionRequiredException {@code session.missing} without a login
     */
    URI beginUnlink(String connection, LoginOptions options);
}
