package io.github.auth0jakarta;

/**
 * Users of Auth0's database connections: signing up, and asking for a new password.
 *
 * <p>Who may call this, and how often, is for the application to limit. All methods throw {@link LoginException}
 * ({@code passwordless.request_invalid}) before anything is sent, {@link AuthorizationServerException}
 * ({@code passwordless.refused}) or {@link TransportException}.
 */
public interface DatabaseConnectionService {

    /**
     * Signs a user up and returns the new user's id within the connection. Nobody is logged in by this.
     *
     * @throws AuthorizationServerException {@code passwordless.refused}, whose {@code error} says why: such as
     *     {@code invalid_signup}, {@code invalid_password}, {@code user_exists}
     */
    String signUp(DatabaseSignup signup);

    /** Has a mail be sent by which the user sets a new password; the same happens where there is no such user. */
    void changePassword(String connection, String email);
}
