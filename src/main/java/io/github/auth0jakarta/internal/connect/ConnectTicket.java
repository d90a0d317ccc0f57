package io.github.auth0jakarta.internal.connect;

import java.net.URI;

/**
 * A connection that was begun at the My Account API.
 *
 * @param address where the browser has to go
 * @param authSession what completes it; a secret
 */
public record ConnectTicket(URI address, String authSession) {

    /** Says nothing: the address has the ticket. */
    @Override
    public String toString() {
        return "ConnectTicket";
    }
}
