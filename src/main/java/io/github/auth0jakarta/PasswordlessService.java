package io.github.auth0jakarta;

/**
 * Logins without password: by a code or a link in a mail, by a code in a text message, and by a code for a user of a database
 * connection.
 *
 * <p>Who may ask for codes, and how often, is for the application to limit. All methods throw {@link LoginException}
 * ({@code passwordless.request_invalid}) before anything is sent, {@link AuthorizationServerException}
 * ({@code passwordless.refused} where the provider sends nothing, {@code passwordless.code_refused} where the code is wrong or
 * has ended, and those of the token endpoint), {@link MfaRequiredException}, or {@link TransportException}.
 */
public interface PasswordlessService {

    /**
     * Has a code or a link be sent. For a link the answer of the current request must not have begun: a cookie is set.
     *
     * @throws LoginException as {@link LoginService} says, for a link
     */
    void start(PasswordlessRequest request);

    /**
     * Has a code be sent to a user of a database connection.
     *
     * @return the {@code auth_session} that the code is good with; a secret of the browser that asked for it
     */
    String challenge(OneTimePasswordChallenge challenge);

    /** Returns the tokens for a code; no session begins. */
    TokenSet verify(PasswordlessCode code);

    /**
     * Logs the caller of the current request in by a code: a session begins, in place of any that the browser had, and the next
     * request has the caller. The answer must not have begun.
     *
     * @throws TokenValidationException where the ID token is missing or breaks a rule; there is no session then
     * @throws LoginException where the caller is refused; there is no session then
     */
    void login(PasswordlessCode code);
}
