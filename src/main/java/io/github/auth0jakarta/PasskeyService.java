package io.github.auth0jakarta;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Passkeys (WebAuthn) at Auth0: the server's half of signing up, logging in, and adding one to the caller's account. The other
 * half is a script on a page of the application, which has {@code navigator.credentials} answer the challenge.
 *
 * <p>All methods throw {@link LoginException} ({@code passkey.request_invalid}) before anything is sent,
 * {@link AuthorizationServerException} ({@code passkey.refused} where the provider gives no challenge,
 * {@code passkey.response_refused} where it does not take the passkey's answer, {@code passkey.answer_malformed}, and those of
 * the token endpoint), {@link MfaRequiredException}, or {@link TransportException}.
 */
public interface PasskeyService {

    /** Returns a challenge by which a new user is signed up. */
    PasskeyChallenge registrationChallenge(PasskeyRegistration registration);

    /**
     * Returns a challenge for somebody who has a passkey.
     *
     * @param connection the database connection, null for the tenant's default
     * @param organization null for none
     */
    PasskeyChallenge loginChallenge(@Nullable String connection, @Nullable String organization);

    /** Returns a challenge for somebody who has a passkey. */
    default PasskeyChallenge loginChallenge() {
        return loginChallenge(null, null);
    }

    /** Returns the tokens for a passkey's answer to either challenge; no session begins. */
    TokenSet verify(PasskeyResponse response);

    /**
     * Logs the caller of the current request in by a passkey's answer to either challenge: a session begins, in place of any that
     * the browser had, and the next request has the caller. The answer must not have begun.
     *
     * @throws TokenValidationException where the ID token is missing or breaks a rule; there is no session then
     * @throws LoginException where the caller is refused; there is no session then
     */
    void login(PasskeyResponse response);

    /**
     * Begins to add a passkey to the logged-in caller's account (My Account API).
     *
     * @param connection the database connection of the user, null for that of the session
     * @param identity the id of the user's identity, null for that of the session
     * @throws InteractionRequiredException as {@link AccessTokenService} says
     * @throws MyAccountException {@code passkey.refused}
     */
    PasskeyEnrollment beginEnrollment(@Nullable String connection, @Nullable String identity);

    /**
     * Completes it.
     *
     * @param response what {@code PublicKeyCredential.toJSON} says
     * @throws InteractionRequiredException as {@link AccessTokenService} says
     * @throws MyAccountException {@code passkey.response_refused}
     */
    void completeEnrollment(PasskeyEnrollment enrollment, Map<String, Object> response);
}
