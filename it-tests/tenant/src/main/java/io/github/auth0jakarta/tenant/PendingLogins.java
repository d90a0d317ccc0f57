package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The logins of which some form is on somebody's screen. */
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

    AuthorizationRequest get(String ticket) {
        return found(requests.find(ticket));
    }

    /** Removes and returns the request: a form can be answered once. */
    AuthorizationRequest take(String ticket) {
        return found(requests.take(ticket));
    }

    private static AuthorizationRequest found(@Nullable AuthorizationRequest request) {
        if (request == null) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "this login form is no longer valid");
        }
        return request;
    }
}
