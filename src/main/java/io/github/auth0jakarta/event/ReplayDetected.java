package io.github.auth0jakarta.event;

import java.time.Instant;

/**
 * Something that works once was sent again and refused.
 *
 * @param what of which kind it was
 * @param time when
 */
public record ReplayDetected(Kind what, Instant time) {

    /** What works only once. */
    public enum Kind {
        /** An answer to an authorization request. */
        AUTHORIZATION_RESPONSE,
        /** A logout token. */
        LOGOUT_TOKEN,
        /** A proof of possession that came with an access token. */
        DPOP_PROOF
    }
}
