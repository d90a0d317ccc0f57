package io.github.auth0jakarta.internal.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which access token is wanted; equal questions get one answer.
 *
 * @param namedAudience the API as the application named it, null for that of the login
 * @param audience the API, null where also the login names none
 * @param needed the scopes that the application cannot do without
 * @param asked the scopes that the provider is asked for: those, and the configured ones
 */
record TokenQuestion(
        @Nullable String namedAudience, @Nullable String audience, Set<String> needed, Set<String> asked) {
    private static final Comparator<StoredAccessToken> MOST_LIKE_THE_LOGIN =
            Comparator.comparing(TokenQuestion::distanceFromLogin);

    /**
     * Returns the token of a session that answers it, null for none; of several the one that can do least else, or where no
     * scopes are named the one that is most like that of the login.
     */
    @Nullable
    StoredAccessToken find(SessionData session) {
        return session.accessTokens().stream()
                .filter(token -> Objects.equals(token.audience(), audience))
                .filter(token -> token.requestedScopes().containsAll(asked)
                        || token.grantedScopes().containsAll(asked))
                .min(asked.isEmpty() ? MOST_LIKE_THE_LOGIN : this::compare)
                .orElse(null);
    }

    /** Whoever names no scopes wants what the login was granted, and not what was asked for in particular since. */
    private static int distanceFromLogin(StoredAccessToken token) {
        Set<String> requested = token.requestedScopes();
        if (requested.isEmpty()) {
            return Integer.MIN_VALUE;
        }
        return requested.contains("openid") ? -requested.size() : requested.size();
    }

    private int compare(StoredAccessToken one, StoredAccessToken other) {
        return Comparator.comparing((StoredAccessToken token) -> !isGranted(token))
                .thenComparing(token -> token.requestedScopes().size())
                .compare(one, other);
    }

    /** Returns whether a token has all that is needed. */
    boolean isGranted(StoredAccessToken token) {
        return token.grantedScopes().containsAll(needed);
    }

    /** Returns whether a token takes the place of another one in the session. */
    static boolean isSame(StoredAccessToken one, StoredAccessToken other) {
        return Objects.equals(one.audience(), other.audience())
                && one.requestedScopes().equals(other.requestedScopes());
    }

    static boolean isValid(StoredAccessToken token, Instant at) {
        return at.isBefore(token.expiresAt());
    }
}
