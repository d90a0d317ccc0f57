package io.github.auth0jakarta.client;

import io.github.auth0jakarta.AccessToken;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;

/**
 * Sends the caller's own access token on: the one that the current request brought, or that of the login.
 *
 * <p>Register it with a Jakarta REST {@code Client}, or name it in {@code @RegisterProvider} of a MicroProfile REST client. The API
 * that is called has to accept tokens for this application's audience; where it does not, {@link AccessTokenFor} is the filter.
 *
 * <p>A request that has an {@code Authorization} header, or that goes to an origin that {@code auth0.propagation.origins} does not
 * name, is left as it is. Where there is no token the request is not sent: the client throws what
 * {@link OutgoingTokens#ofCaller} throws, as the cause of its own exception.
 */
@Priority(Priorities.USER + 1000)
public class PropagateAccessToken extends AccessTokenFilter {

    @Override
    AccessToken token(OutgoingTokens tokens) {
        return tokens.ofCaller();
    }
}
