package io.github.auth0jakarta;

import java.time.Duration;
import java.time.Instant;

/**
 * A request for approval that the provider has taken; of use only where it was begun.
 *
 * @param id what {@link BackchannelAuthenticationService} goes on with: sealed by the application, so a browser may have it
 * @param expiresAt when the user can no longer approve
 * @param interval how long to wait before the first poll and between two
 */
public record BackchannelAuthentication(String id, Instant expiresAt, Duration interval) {

    /** Says everything but the id. */
    @Override
    public String toString() {
        return "BackchannelAuthentication[expiresAt=" + expiresAt + ", interval=" + interval + "]";
    }
}
