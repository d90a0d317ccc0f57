package io.github.auth0jakarta;

import java.net.URI;

/**
 * Ends sessions where the application wishes so; the logout route does the same by itself.
 *
 * <p>All methods are for the current request, whose answer must not have begun: cookies are deleted. They succeed also where
 * nobody is logged in and where the provider does not answer, and throw {@link LoginException}
 * ({@code login.origin_unknown}, {@code session.not_writable}) only.
 */
public interface LogoutService {

    /** Ends the session here and returns where the browser has to go to end the one at the provider. */
    URI logout(LogoutOptions options);

    /** Ends the session here and sends the browser to the provider's logout; the answer is complete afterwards. */
    void redirect(LogoutOptions options);

    /** Ends the session here only, and revokes its refresh token as configured. */
    void logoutLocally();
}
