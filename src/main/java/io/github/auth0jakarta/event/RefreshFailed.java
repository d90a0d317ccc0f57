package io.github.auth0jakarta.event;

import io.github.auth0jakarta.Auth0ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access token could not be got by a session's refresh token.
 *
 * @param subject whose session it is
 * @param audience what the token would have been for, null for no particular API
 * @param code why; the session has ended if it is {@code server.invalid_grant}
 * @param time when
 */
public record RefreshFailed(String subject, @Nullable String audience, Auth0ErrorCode code, Instant time) {}
