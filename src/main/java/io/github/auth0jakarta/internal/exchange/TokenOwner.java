package io.github.auth0jakarta.internal.exchange;

/**
 * Whose remembered tokens these are: a caller, as long as the caller has the same session or access token.
 *
 * @param subject the caller's {@code sub}
 * @param proof the id of the session, or the SHA-256 of the access token; never the same for two callers
 */
public record TokenOwner(String subject, String proof) {

    /** Says nothing about the caller. */
    @Override
    public String toString() {
        return "TokenOwner";
    }
}
