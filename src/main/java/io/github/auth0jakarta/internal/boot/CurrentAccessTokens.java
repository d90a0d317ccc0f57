package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.AccessTokenRequest;
import io.github.auth0jakarta.AccessTokenService;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The access tokens of the session that the current request belongs to. */
final class CurrentAccessTokens implements AccessTokenService {
    private final @Nullable SessionAccessTokens tokens;

    /**
     * @param tokens null where there is no login
     */
    CurrentAccessTokens(@Nullable SessionAccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public AccessToken accessToken(AccessTokenRequest wanted) {
        return tokens().get(session(), wanted);
    }

    @Override
    public void revokeRefreshToken() {
        tokens().revokeRefreshToken(session());
    }

    private SessionAccessTokens tokens() {
        if (tokens == null) {
            throw nobody();
        }
        return tokens;
    }

    private static RequestSession session() {
        RequestSession session =
                RequestSession.of(CDI.current().select(HttpServletRequest.class).get());
        if (session == null) {
            throw nobody();
        }
        return session;
    }

    private static InteractionRequiredException nobody() {
        return new InteractionRequiredException(Auth0ErrorCode.SESSION_MISSING, "nobody is logged in");
    }
}
