package io.github.auth0jakarta.spi;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions on the server; an application's own bean is used where {@code auth0.session.store} is {@code bean}.
 *
 * <p>The key is a digest, so that whoever reads a store cannot make a cookie of it, and the content is sealed for its key.
 * Implementations are called by many threads at once, must not keep a session beyond its end, and throw any
 * {@code RuntimeException} where they cannot answer; the request then gets 503 and is never taken for anonymous.
 */
public interface SessionStore {

    /**
     * A session as it is stored.
     *
     * @param content sealed, visible ASCII
     * @param version grows by one with each replacement, from 1
     * @param expiresAt when the session ends if it is not written again
     * @param issuer together with one of the following what {@link #delete(String, String, String, Instant)} looks for
     * @param subject the {@code sub} of the ID token
     * @param sid the {@code sid} of the ID token, null where it had none
     * @param issuedAt the {@code iat} of the login's ID token, by the provider's clock
     */
    record Entry(
            String content,
            long version,
            Instant expiresAt,
            String issuer,
            String subject,
            @Nullable String sid,
            Instant issuedAt) {

        /** Says nothing about content and caller. */
        @Override
        public String toString() {
            return "SessionStore.Entry[version=" + version + ", expiresAt=" + expiresAt + "]";
        }
    }

    /** Returns the entry of a key; empty where there is none or it has expired. */
    Optional<Entry> find(String key);

    /** Adds an entry under a key that is not in use. */
    void add(String key, Entry entry);

    /**
     * Replaces an entry if it is still there with the version before that of the new one; else does nothing, so that
     * neither a logout nor a newer write is undone.
     *
     * @return whether it was replaced
     */
    boolean replace(String key, Entry entry);

    /** Deletes an entry, if it is there. */
    void delete(String key);

    /**
     * Deletes what a logout token names (Back-Channel Logout 1.0, 2.7): the session with this {@code sid} if one is given,
     * else all sessions of the subject; but none that was issued after the token.
     *
     * @param issuer of the logout token
     * @param subject null where {@code sid} alone says which
     * @param sid null for all sessions of the subject; with a subject, both have to match
     * @param notIssuedAfter when the logout token was issued
     * @return how many were deleted
     */
    int delete(String issuer, @Nullable String subject, @Nullable String sid, Instant notIssuedAfter);
}
