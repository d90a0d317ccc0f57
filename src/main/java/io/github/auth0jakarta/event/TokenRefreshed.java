package io.github.auth0jakarta.event;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access token was got by a session's refresh token.
 *
 * @param subject whose session it is
 * @param audience what the token is for, null for no particular API
 * @param scopes what was granted
 * @param time when
 */
public record TokenRefreshed(String subject, @Nullable String audience, Set<String> scopes, Instant time) {

    public TokenRefreshed {
        scopes = Set.copyOf(scopes);
    }
}
