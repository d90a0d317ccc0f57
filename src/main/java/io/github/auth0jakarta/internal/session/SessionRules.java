package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** When a session has ended, by time or by revocation; the same wherever sessions are kept. */
public final class SessionRules {
    private static final Logger LOGGER = System.getLogger(SessionRules.class.getName());

    private final SessionLifetime lifetime;
    private final Revocations revocations;
    private final InstantSource clock;

    public SessionRules(SessionLifetime lifetime, Revocations revocations, InstantSource clock) {
        this.lifetime = lifetime;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** Returns a session that was found; empty where it has ended. */
    Optional<Sessions.Restored> restored(SessionData data, boolean reissueDue) {
        return isAlive(data)
                ? Optional.of(new Sessions.Restored(data, lifetime.isWriteDue(data, clock.instant()), reissueDue))
                : Optional.empty();
    }

    boolean isAlive(SessionData data) {
        return lifetime.isAlive(data, clock.instant()) && !isRevoked(data);
    }

    private boolean isRevoked(SessionData data) {
        try {
            return revocations.isRevoked(data);
        } catch (RuntimeException e) {
            throw new LoginException(
                    Auth0ErrorCode.SESSION_STORE_UNAVAILABLE, "the revocation store does not answer", e);
        }
    }

    /** Returns the session as a use at this time leaves it. */
    SessionData used(SessionData data) {
        return data.withUpdatedAt(clock.instant());
    }

    /** Ends a session for good, as far as the store of revocations can be reached: the browser is logged out in any case. */
    void revoke(SessionData data) {
        try {
            revocations.revoke(data);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "An ended session was not revoked", e);
        }
    }

    Instant endOf(SessionData data) {
        return lifetime.endOf(data);
    }

    Instant latestEndOf(SessionData data) {
        return lifetime.latestEndOf(data);
    }

    Duration maxAge(SessionData data) {
        return lifetime.maxAge(data, clock.instant());
    }
}
