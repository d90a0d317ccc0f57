package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.AccessToken;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access token in a session, with what was asked for, so that the same question can be answered from here.
 *
 * @param value the token itself
 * @param type {@code Bearer} or {@code DPoP}
 * @param audience the audience it was asked for, null where none was named
 * @param requestedScopes what was asked for
 * @param grantedScopes what the provider gave
 * @param expiresAt when it ends, in whole seconds
 */
public record StoredAccessToken(
        String value,
        String type,
        @Nullable String audience,
        Set<String> requestedScopes,
        Set<String> grantedScopes,
        Instant expiresAt) {

    public StoredAccessToken {
        requestedScopes = Set.copyOf(requestedScopes);
        grantedScopes = Set.copyOf(grantedScopes);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Returns it as the application sees it. */
    public AccessToken toAccessToken() {
        return new AccessToken(value, type, audience, grantedScopes, expiresAt);
    }

    /** Says everything but the token. */
    @Override
    public String toString() {
        return "StoredAccessToken[type=" + type + ", audience=" + audience + ", requestedScopes=" + requestedScopes
                + ", grantedScopes=" + grantedScopes + ", expiresAt=" + expiresAt + "]";
    }
}
