package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.oauth.SharedAnswers;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of a session: found by audience and scope, or got by the refresh token.
 *
 * <p>A refresh token is used once for a question, however many requests of the session ask it at the same time: with
 * rotation a second use would end the session. The answer is kept for a moment, for requests that still carry the old
 * cookie.
 */
public final class SessionAccessTokens {
    private static final Duration KEPT_FOR_OTHERS = Duration.ofSeconds(10);
    private static final int MOST_KEPT = 10_000;

    private final TokenEndpoint endpoint;
    private final @Nullable String loginAudience;
    private final Duration refreshBuffer;
    private final InstantSource clock;
    private final SharedAnswers<Refresh, TokenResponse> refreshes;

    /** A question to the token endpoint; equal ones get one answer. */
    private record Refresh(String refreshToken, @Nullable String audience, Set<String> scopes) {
        @Override
        public String toString() {
            return "Refresh";
        }
    }

    /**
     * @param loginAudience the API that login asks a token for, null where it names none
     * @param refreshBuffer how long before its end a token counts as ended
     */
    public SessionAccessTokens(
            TokenEndpoint endpoint, @Nullable String loginAudience, Duration refreshBuffer, InstantSource clock) {
        this.endpoint = endpoint;
        this.loginAudience = loginAudience;
        this.refreshBuffer = refreshBuffer;
        this.refreshes = new SharedAnswers<>(KEPT_FOR_OTHERS, MOST_KEPT, clock);
        this.clock = clock;
    }

    /**
     * Returns a token for the audience with at least the scopes.
     *
     * @param audience null for that of the login
     * @param scopes empty for what the login was granted
     * @throws Auth0Exception as {@code AccessTokenService} says
     */
    public AccessToken get(RequestSession session, @Nullable String audience, Set<String> scopes) {
        String wanted = audience == null ? loginAudience : audience;
        StoredAccessToken stored = find(session.data(), wanted, scopes);
        Instant now = clock.instant();
        if (stored != null && now.plus(refreshBuffer).isBefore(stored.expiresAt())) {
            return stored.toAccessToken();
        }
        String refreshToken = session.data().refreshToken();
        if (refreshToken == null) {
            if (stored != null && now.isBefore(stored.expiresAt())) {
                return stored.toAccessToken();
            }
            throw new InteractionRequiredException(
                    Auth0ErrorCode.SESSION_REFRESH_TOKEN_MISSING, "no access token, and no refresh token to get one");
        }
        return refreshed(session, new Refresh(refreshToken, audience, scopes), wanted)
                .toAccessToken();
    }

    /** Forgets the answers that are kept for others. */
    public void dropCache() {
        refreshes.clear();
    }

    /** Of those that have all the scopes, the one that can do least else. */
    private static @Nullable StoredAccessToken find(
            SessionData session, @Nullable String audience, Set<String> scopes) {
        return session.accessTokens().stream()
                .filter(token -> Objects.equals(token.audience(), audience))
                .filter(token -> token.requestedScopes().containsAll(scopes)
                        || token.grantedScopes().containsAll(scopes))
                .min(Comparator.comparingInt(token -> token.requestedScopes().size()))
                .orElse(null);
    }

    private StoredAccessToken refreshed(RequestSession session, Refresh refresh, @Nullable String audience) {
        if (!session.isWritable()) {
            throw new LoginException(
                    Auth0ErrorCode.SESSION_NOT_WRITABLE, "the answer has begun, so a rotated token could not be kept");
        }
        TokenResponse response = refreshes.get(refresh, () -> ask(refresh));
        StoredAccessToken token = new StoredAccessToken(
                response.accessToken(),
                response.tokenType(),
                audience,
                refresh.scopes(),
                response.scopes() == null ? refresh.scopes() : response.scopes(),
                clock.instant().plus(response.expiresIn()));
        String refreshToken = response.refreshToken() == null ? refresh.refreshToken() : response.refreshToken();
        session.write(session.data().withTokens(replaced(session.data().accessTokens(), token), refreshToken));
        return token;
    }

    private static List<StoredAccessToken> replaced(List<StoredAccessToken> tokens, StoredAccessToken token) {
        List<StoredAccessToken> result = new ArrayList<>();
        result.add(token);
        for (StoredAccessToken other : tokens) {
            boolean same = Objects.equals(other.audience(), token.audience())
                    && other.requestedScopes().equals(token.requestedScopes());
            if (!same) {
                result.add(other);
            }
        }
        return result;
    }

    private TokenResponse ask(Refresh refresh) {
        try {
            return endpoint.refreshToken(refresh.refreshToken(), refresh.audience(), refresh.scopes());
        } catch (AuthorizationServerException e) {
            if (e.code() == Auth0ErrorCode.SERVER_INVALID_GRANT) {
                throw new InteractionRequiredException(e.code(), "the provider refuses the refresh token", e);
            }
            throw e;
        }
    }
}
