package io.github.auth0jakarta.internal.logout;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.BackchannelLogoutResource;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.event.ReplayDetected;
import io.github.auth0jakarta.event.SessionRevoked;
import io.github.auth0jakarta.internal.session.Revocations;
import io.github.auth0jakarta.internal.web.Events;
import java.time.InstantSource;

/** Ends the sessions that logout tokens name, wherever they are kept. */
public final class BackchannelLogout implements BackchannelLogoutResource {
    private final String issuer;
    private final LogoutTokenValidator validator;
    private final Revocations revocations;
    private final SessionDeletion sessions;
    private final Events events;
    private final InstantSource clock;

    /**
     * @param issuer whose tokens these are
     */
    public BackchannelLogout(
            String issuer,
            LogoutTokenValidator validator,
            Revocations revocations,
            SessionDeletion sessions,
            Events events,
            InstantSource clock) {
        this.issuer = issuer;
        this.validator = validator;
        this.revocations = revocations;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A token counts as used only when all that it names has ended, so that the provider may send it again where a store
     * failed. To end it once more is harmless: what began after the token was issued lives on.
     */
    @Override
    public void logout(String logoutToken) {
        VerifiedLogoutToken token = validator.validate(logoutToken);
        revocations.revoke(token.subject(), token.sid(), token.issuedAt());
        sessions.delete(issuer, token.subject(), token.sid(), token.issuedAt());
        if (!revocations.isFirstUse(token.id(), token.refusedFrom())) {
            events.announce(new ReplayDetected(ReplayDetected.Kind.LOGOUT_TOKEN, clock.instant()));
            throw new TokenValidationException(
                    Auth0ErrorCode.LOGOUT_TOKEN_REPLAYED, "the logout token was received before");
        }
        events.announce(new SessionRevoked(issuer, token.subject(), token.sid(), clock.instant()));
    }
}
