package io.github.auth0jakarta;

import java.util.List;

/**
 * Second factors, by Auth0's MFA API: goes on where a token call has thrown {@link MfaRequiredException}.
 *
 * <p>An {@code mfaToken} is good in the session, or where there was none in the browser, in which it came up, for
 * {@code auth0.mfa.token-ttl}, and for five wrong codes. All methods throw
 *
 * <ul>
 *   <li>{@link MfaException}: {@code mfa.token_invalid} for a token that is none, or one of another session, user or browser;
 *       {@code mfa.token_expired}; {@code mfa.factor_not_available} for a factor that the provider does not want now;
 *       {@code mfa.attempts_exhausted}; {@code mfa.options_invalid}
 *   <li>{@link AuthorizationServerException} where the provider refuses, with its {@code error}; a wrong code is
 *       {@code server.invalid_grant}
 *   <li>{@link TransportException} where it does not answer
 * </ul>
 */
public interface MfaService {

    /** Returns what the caller has enrolled, as far as it will do now. */
    List<MfaAuthenticator> authenticators(String mfaToken);

    /** Enrols a factor; it is confirmed by the first {@link #verify} with it. */
    MfaEnrollment enroll(String mfaToken, MfaEnrollmentRequest factor);

    /** Has the provider send a code or a push notification, or say that a one-time code will do. */
    MfaChallenge challenge(String mfaToken, MfaChallengeRequest request);

    /**
     * Shows a factor. Tokens that the session had asked for are in it from then on; where there was no session and an ID token
     * comes, one begins.
     *
     * @throws MfaRequiredException where the provider wants a further factor; its token takes the place of this one
     * @throws AuthorizationServerException with the {@code error} {@code authorization_pending} while a push notification is
     *     not answered
     * @throws LoginException {@code session.not_writable} where the session is in a cookie and the answer has begun
     */
    MfaResult verify(String mfaToken, MfaVerification factor);

    /** Deletes a factor of the caller. */
    void delete(String mfaToken, String authenticatorId);

    /**
     * Deletes a factor of the user whom an access token is for.
     *
     * @param accessToken for the tenant's MFA API ({@code https://{domain}/mfa/}) with the scope
     *     {@code remove:authenticators}, which is what Auth0 wants once a factor has been shown
     */
    void delete(AccessToken accessToken, String authenticatorId);
}
