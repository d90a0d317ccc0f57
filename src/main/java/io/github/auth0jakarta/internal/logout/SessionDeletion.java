package io.github.auth0jakarta.internal.logout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Deletes sessions that are kept on the server; those in cookies end by being revoked. */
@FunctionalInterface
public interface SessionDeletion {

    /**
     * Deletes what a logout token names (Back-Channel Logout 1.0, 2.7).
     *
     * @param issuer of the logout token
     * @param subject null where {@code sid} alone says which
     * @param sid null for all sessions of the subject; with a subject, both have to match
     * @param notIssuedAfter when the logout token was issued; later logins live on
     */
    void delete(String issuer, @Nullable String subject, @Nullable String sid, Instant notIssuedAfter);
}
