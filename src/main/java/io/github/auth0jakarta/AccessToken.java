package io.github.auth0jakarta;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access token for an API, as the provider issued it; opaque to us.
 *
 * @param value the token itself
 * @param type {@code Bearer} or {@code DPoP}
 * @param requestedAudience the audience it was asked for, null where none was named
 * @param scopes what was granted
 * @param expiresAt when it ends
 */
public record AccessToken(
        String value, String type, @Nullable String requestedAudience, Set<String> scopes, Instant expiresAt) {

    public AccessToken {
        scopes = Set.copyOf(scopes);
    }

    /** Returns the audience that it was asked for; empty where none was named. */
    public Optional<String> audience() {
        return Optional.ofNullable(requestedAudience);
    }

    /** Says everything but the token. */
    @Override
    public String toString() {
        return "AccessToken[type=" + type + ", audience=" + requestedAudience + ", scopes=" + scopes + ", expiresAt="
                + expiresAt + "]";
    }
}
