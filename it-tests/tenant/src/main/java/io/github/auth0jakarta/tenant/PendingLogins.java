package io.github.auth0jakarta.tenant;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The logins whose form is on somebody's screen. */
final class PendingLogins {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Expiring<AuthorizationRequest> requests;
    private final Randomness randomness;

    PendingLogins(Randomness randomness, InstantSource clock) {
        this.requests = new Expiring<>(clock);
        this.randomness = randomness;
    }

    /** Returns the ticket that the form carries. */
    String add(AuthorizationRequest request) {
        String ticket = randomness.token();
        requests.put(ticket, request, LIFETIME);
        return ticket;
    }

    @Nullable
    AuthorizationRequest find(String ticket) {
        return requests.find(ticket);
    }

    /** Removes and returns the request: a form can be answered once. */
    @Nullable
    AuthorizationRequest take(String ticket) {
        return requests.take(ticket);
    }
}
