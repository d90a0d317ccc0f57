package io.github.auth0jakarta.internal.ciba;

import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import java.time.Duration;
import java.time.Instant;

/**
 * A request for approval that the provider has taken.
 *
 * @param authReqId the provider's {@code auth_req_id}
 * @param subject who was asked
 * @param purpose what the tokens are for
 * @param interval between two polls, as long as the provider wants no longer one
 */
record StartedRequest(
        String authReqId,
        String subject,
        TokenPurpose purpose,
        Instant startedAt,
        Instant expiresAt,
        Duration interval) {

    /** Says neither the id nor who was asked. */
    @Override
    public String toString() {
        return "StartedRequest[expiresAt=" + expiresAt + "]";
    }
}
