package io.github.auth0jakarta.internal.session;

/** What becomes of a session when a refresh brings a new ID token. */
@FunctionalInterface
public interface LoginRenewal {

    /** Gives a session its new claims; may be applied again, to a newer content of it. */
    @FunctionalInterface
    interface Renewed {
        SessionData applyTo(SessionData session);
    }

    /**
     * Returns the renewal by an ID token that has been verified and is one of the same login (OpenID Connect Core, 12.2).
     *
     * @param accessToken that came with it
     * @throws io.github.auth0jakarta.Auth0Exception where it is not; nothing of the answer may be used then
     */
    Renewed verify(SessionData session, String idToken, String accessToken);
}
