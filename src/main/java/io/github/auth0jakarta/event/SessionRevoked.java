package io.github.auth0jakarta.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The provider has ended sessions by back-channel logout; no request of them finds a caller any more.
 *
 * @param issuer who says so
 * @param subject whose sessions, null where only {@code sid} says which
 * @param sid which session of the provider, null for all of the subject
 * @param time when
 */
public record SessionRevoked(
        String issuer, @Nullable String subject, @Nullable String sid, Instant time) {}
