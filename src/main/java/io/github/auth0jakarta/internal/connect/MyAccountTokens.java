package io.github.auth0jakarta.internal.connect;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.AccessTokenRequest;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import java.util.Set;

/**
 * Access tokens of a session's caller for the My Account API, by the session's refresh token.
 *
 * <p>Where the refresh token rotates, the session has the new one before the access token is used, whatever becomes of it.
 */
public final class MyAccountTokens {
    private final SessionAccessTokens tokens;
    private final String audience;

    /**
     * @param audience of the My Account API
     */
    public MyAccountTokens(SessionAccessTokens tokens, String audience) {
        this.tokens = tokens;
        this.audience = audience;
    }

    /**
     * Returns one that has these scopes.
     *
     * @throws io.github.auth0jakarta.InteractionRequiredException {@code session.scopes_missing} where the provider does not
     *     grant them
     */
    public AccessToken get(RequestSession session, Set<String> scopes) {
        return tokens.get(session, AccessTokenRequest.of(audience, scopes));
    }
}
