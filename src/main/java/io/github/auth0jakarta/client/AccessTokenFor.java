package io.github.auth0jakarta.client;

import io.github.auth0jakarta.AccessToken;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import java.util.Set;

/**
 * Sends an access token for another API, on behalf of the caller: of a login by its refresh token, of a caller with an access
 * token by exchange (RFC 8693).
 *
 * <p>Register one with a Jakarta REST {@code Client}. For {@code @RegisterProvider} of a MicroProfile REST client extend it with a
 * class that has a constructor without parameters, and give that the annotation {@code @Priority(Priorities.USER + 1000)}, so
 * that it comes after filters that change the address.
 *
 * <p>A request that has an {@code Authorization} header, or that goes to an origin that {@code auth0.propagation.origins} does not
 * name, is left as it is. Where there is no token the request is not sent: the client throws what
 * {@link OutgoingTokens#forAudience} throws, as the cause of its own exception.
 */
@Priority(Priorities.USER + 1000)
public class AccessTokenFor extends AccessTokenFilter {
    private final String audience;
    private final Set<String> scopes;

    /**
     * @param audience the API that is called
     * @param scopes what is needed there; none for what the provider gives by itself
     */
    public AccessTokenFor(String audience, String... scopes) {
        this.audience = audience;
        this.scopes = Set.of(scopes);
    }

    @Override
    AccessToken token(OutgoingTokens tokens) {
        return tokens.forAudience(audience, scopes);
    }
}
