package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.AccessTokenService;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
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
    public AccessToken accessToken(@Nullable String audience, Set<String> scopes) {
        if (tokens == null) {
            throw nobody();
        }
        RequestSession session =
                RequestSession.of(CDI.current().select(HttpServletRequest.class).get());
        if (session == null) {
            throw nobody();
        }
        return tokens.get(session, audience, Set.copyOf(scopes));
    }

    private static InteractionRequiredException nobody() {
        return new InteractionRequiredException(Auth0ErrorCode.SESSION_MISSING, "nobody is logged in");
    }
}
