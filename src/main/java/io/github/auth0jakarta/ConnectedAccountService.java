package io.github.auth0jakarta;

import java.net.URI;
import java.util.List;

/**
 * The accounts at other providers that the logged-in caller has connected at Auth0 (My Account API), for
 * tokens of the Token Vault.
 *
 * <p>All methods are for the current request and its session. Each gets an access token for the My Account API by the
 * session's refresh token, so the answer must not have begun where the session is in a cookie. All throw
 * {@link InteractionRequiredException} ({@code session.missing} and others, as {@link AccessTokenService} says),
 * {@link MyAccountException} ({@code connect.refused}), {@link AuthorizationServerException}
 * ({@code connect.answer_malformed} and those of the token endpoint) or {@link TransportException}.
 */
public interface ConnectedAccountService {

    /**
     * Begins to connect an account and returns where the browser has to go for it; the application sends it there. The
     * browser comes back to the callback route, which completes it.
     *
     * @throws LoginException {@code connect.request_invalid}, {@code login.origin_unknown}, {@code session.not_writable}
     */
    URI begin(ConnectAccountRequest request);

    /**
     * Begins to connect an account and sends the browser there; the answer is complete afterwards.
     *
     * @throws LoginException as {@link #begin}
     */
    void redirect(ConnectAccountRequest request);

    /** Returns all connected accounts. */
    List<ConnectedAccount> list();

    /**
     * Disconnects an account; its tokens are of no use any more.
     *
     * @param account one of {@link #list}
     */
    void disconnect(ConnectedAccount account);

    /**
     * Disconnects all accounts of a connection, and returns them; empty where there was none.
     *
     * @throws LoginException {@code connect.request_invalid} where the connection is blank
     */
    List<ConnectedAccount> disconnectAll(String connection);
}
