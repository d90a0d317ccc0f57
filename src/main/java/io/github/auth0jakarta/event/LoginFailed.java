package io.github.auth0jakarta.event;

import io.github.auth0jakarta.Auth0ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login could not be begun or completed; an existing session is as it was.
 *
 * @param code why
 * @param error the provider's {@code error} where it refused, else null
 * @param time when
 */
public record LoginFailed(Auth0ErrorCode code, @Nullable String error, Instant time) {}
