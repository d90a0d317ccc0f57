package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.TokenValidationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Logs why access tokens are not taken: one warning per second and reason, so that bad tokens do not flood the log. */
public final class RefusalLog {
    private static final Logger LOGGER = System.getLogger(RefusalLog.class.getName());

    private final InstantSource clock;
    private final Map<Auth0ErrorCode, Long> warnedIn = new ConcurrentHashMap<>();

    public RefusalLog(InstantSource clock) {
        this.clock = clock;
    }

    /** Logs it, with its cause where something failed that is not the token's fault. */
    void note(Auth0Exception failure) {
        Level level = isDue(failure.code()) ? Level.WARNING : Level.DEBUG;
        if (failure instanceof TokenValidationException) {
            LOGGER.log(level, "An access token was refused: {0}", failure.getMessage());
        } else {
            LOGGER.log(level, "An access token could not be looked at", failure);
        }
    }

    private boolean isDue(Auth0ErrorCode reason) {
        Long second = TimeUnit.MILLISECONDS.toSeconds(clock.millis());
        return !second.equals(warnedIn.put(reason, second));
    }
}
