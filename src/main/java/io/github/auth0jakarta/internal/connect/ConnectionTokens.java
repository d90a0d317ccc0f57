package io.github.auth0jakarta.internal.connect;

/** The tokens of connected accounts that are kept here, for as long as they are good. */
@FunctionalInterface
public interface ConnectionTokens {
    /** None are kept. */
    ConnectionTokens NONE = (subject, connection) -> {};

    /**
     * Forgets those of a user's accounts of this connection.
     *
     * @param subject the user, by the {@code sub} of the session
     */
    void drop(String subject, String connection);
}
