package io.github.auth0jakarta.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A login was completed and its session is about to begin; an observer that throws keeps it from beginning.
 *
 * @param issuer who vouches for the caller
 * @param subject who it is, to this issuer
 * @param callerName the name that Jakarta Security knows
 * @param sid the provider's id of the session, null where it gave none
 * @param appState what the application gave to {@code LoginService}; empty for none
 * @param time when
 */
public record LoggedIn(
        String issuer,
        String subject,
        String callerName,
        @Nullable String sid,
        Map<String, String> appState,
        Instant time) {

    public LoggedIn {
        appState = Map.copyOf(appState);
    }
}
