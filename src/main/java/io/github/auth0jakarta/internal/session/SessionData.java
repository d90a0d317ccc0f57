package io.github.auth0jakarta.internal.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session holds between two requests of a logged-in caller.
 *
 * @param idToken the ID token as the provider sent it; its claims are read from it again on each request
 * @param accessTokens the access tokens by audience and scope, that of the login first
 * @param refreshToken null where the provider gave none
 * @param callerName the caller as Jakarta Security names it
 * @param groups the caller's groups as Jakarta Security sees them
 * @param sid the provider's own id of the session, null where it gave none
 * @param createdAt when the caller logged in, in whole seconds
 * @param updatedAt when the session was last written, in whole seconds
 */
public record SessionData(
        String idToken,
        List<StoredAccessToken> accessTokens,
        @Nullable String refreshToken,
        String callerName,
        Set<String> groups,
        @Nullable String sid,
        Instant createdAt,
        Instant updatedAt) {

    public SessionData {
        accessTokens = List.copyOf(accessTokens);
        groups = Set.copyOf(groups);
        createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Returns the same session, written at another time. */
    public SessionData withUpdatedAt(Instant time) {
        return new SessionData(idToken, accessTokens, refreshToken, callerName, groups, sid, createdAt, time);
    }

    /** Returns the same session with other access tokens and another refresh token. */
    public SessionData withTokens(List<StoredAccessToken> newAccessTokens, String newRefreshToken) {
        return new SessionData(
                idToken, newAccessTokens, newRefreshToken, callerName, groups, sid, createdAt, updatedAt);
    }

    /** Says nothing of the tokens, nor who the caller is. */
    @Override
    public String toString() {
        return "SessionData[accessTokens=" + accessTokens.size() + ", refreshToken=" + (refreshToken != null)
                + ", createdAt=" + createdAt + ", updatedAt=" + updatedAt + "]";
    }
}
