package io.github.auth0jakarta.internal.exchange;

import io.github.auth0jakarta.AccessTokenRequest;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ExchangedToken;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.TokenExchangeException;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import io.github.auth0jakarta.internal.session.StoredIdToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The logged-in caller as one who acts for others, shown by the ID token of the session. */
public final class SessionActor {
    /** The provider's clock may be ahead. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final SessionAccessTokens tokens;
    private final StoredIdToken idTokens;
    private final InstantSource clock;

    public SessionActor(SessionAccessTokens tokens, StoredIdToken idTokens, InstantSource clock) {
        this.tokens = tokens;
        this.idTokens = idTokens;
        this.clock = clock;
    }

    /**
     * Returns the ID token of a session, after a refresh where it has ended.
     *
     * @throws TokenExchangeException {@code session_transfer.actor_unavailable} where there is none that is good
     */
    public ExchangedToken of(RequestSession session) {
        if (!isGood(session)) {
            refresh(session);
        }
        if (!isGood(session)) {
            throw unavailable("the ID token of the login has ended, and the refresh brought no other", null);
        }
        return new ExchangedToken(session.data().idToken(), TokenTypes.ID_TOKEN);
    }

    private void refresh(RequestSession session) {
        try {
            tokens.get(session, AccessTokenRequest.ofLogin().from(AccessTokenRequest.Source.REFRESH));
        } catch (InteractionRequiredException e) {
            throw unavailable("the ID token of the login has ended, and the session cannot be refreshed", e);
        }
    }

    private boolean isGood(RequestSession session) {
        Map<String, Object> claims = idTokens.claims(session.data().idToken());
        return claims != null
                && claims.get("exp") instanceof Number end
                && clock.instant().plus(SKEW).isBefore(Instant.ofEpochSecond(end.longValue()));
    }

    /** Returns what is thrown where nobody acts. */
    public static TokenExchangeException unavailable(String why, @Nullable Throwable cause) {
        return new TokenExchangeException(Auth0ErrorCode.SESSION_TRANSFER_ACTOR_UNAVAILABLE, why, cause);
    }
}
