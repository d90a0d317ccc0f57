package io.github.auth0jakarta.internal.logout;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.BackchannelLogoutResource;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.event.ReplayDetected;
import io.github.auth0jakarta.event.SessionRevoked;
import io.github.auth0jakarta.internal.session.Revocations;
import io.github.auth0jakarta.internal.web.Events;
import io.github.auth0jakarta.spi.SessionStore;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ends the sessions that logout tokens name, wherever they are kept. */
public final class BackchannelLogout implements BackchannelLogoutResource {
    private final String issuer;
    private final LogoutTokenValidator validator;
    private final Revocations revocations;
    private final @Nullable Supplier<SessionStore> store;
    private final Events events;
    private final InstantSource clock;

    /**
     * @param issuer whose tokens these are
     * @param store null where sessions are kept in cookies; those end by being revoked
     */
    public BackchannelLogout(
            String issuer,
            LogoutTokenValidator validator,
            Revocations revocations,
            @Nullable Supplier<SessionStore> store,
            Events events,
            InstantSource clock) {
        this.issuer = issuer;
        this.validator = validator;
        this.revocations = revocations;
        this.store = store;
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
        if (!end(token)) {
            events.announce(new ReplayDetected(ReplayDetected.Kind.LOGOUT_TOKEN, clock.instant()));
            throw new TokenValidationException(
                    Auth0ErrorCode.LOGOUT_TOKEN_REPLAYED, "the logout token was received before");
        }
        events.announce(new SessionRevoked(issuer, token.subject(), token.sid(), clock.instant()));
    }

    /** Returns whether the token is new. A login that is being completed ends as well, by the revocation. */
    private boolean end(VerifiedLogoutToken token) {
        try {
            revocations.revoke(token.subject(), token.sid(), token.issuedAt());
            if (store != null) {
                store.get().delete(issuer, token.subject(), token.sid(), token.issuedAt());
            }
            return revocations.isFirstUse(token.id(), token.refusedFrom());
        } catch (Auth0Exception e) {
            throw e;
        } catch (RuntimeException e) {
            throw new LoginException(
                    Auth0ErrorCode.SESSION_STORE_UNAVAILABLE, "a store of sessions does not answer", e);
        }
    }
}
