package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logs why access tokens could not be looked at: a warning for each reason, at most one a second, and the others for
 * debugging. Whoever sends tokens while the provider is down must not fill the log.
 */
public final class OutageLog {
    private static final Logger LOGGER = System.getLogger(OutageLog.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Map<Auth0ErrorCode, Instant> warned = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public OutageLog(InstantSource clock) {
        this.clock = clock;
    }

    void note(Auth0Exception reason) {
        Level level = isDue(reason.code()) ? Level.WARNING : Level.DEBUG;
        LOGGER.log(level, "An access token could not be looked at: {0}", reason.getMessage());
    }

    private boolean isDue(Auth0ErrorCode code) {
        Instant now = clock.instant();
        Instant last = warned.get(code);
        if (last == null) {
            return warned.putIfAbsent(code, now) == null;
        }
        // A clock that was set back must not silence the log.
        boolean due = !now.isBefore(last.plus(INTERVAL)) || now.isBefore(last);
        return due && warned.replace(code, last, now);
    }
}
