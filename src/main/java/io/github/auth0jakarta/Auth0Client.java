package io.github.auth0jakarta;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The protocol itself, without a session: for callers who are not logged in here, for programs, and for applications that
 * keep their own sessions. Nothing of what it returns is kept, but for the tokens of {@link #clientCredentials}.
 *
 * <p>What is asked of the provider throws {@link AuthorizationServerException} where it answers with an error, with HTTP
 * status, OAuth error and for how long it wants no further request, and {@link TransportException} where it does not answer.
 * Requests of which a second one does no harm are sent twice at most; a code and a refresh token are sent once. Where
 * something is missing in the configuration, methods throw {@link ConfigurationException} {@code config.invalid}, which names
 * the key.
 */
public interface Auth0Client {

    /** The types of token that can be revoked (RFC 7009, 2.1). */
    enum TokenTypeHint {
        /** A refresh token, and with it what it would get. */
        REFRESH_TOKEN,
        /** An access token; Auth0 does not revoke these. */
        ACCESS_TOKEN
    }

    /** Returns what the provider says of itself; kept for ten minutes. */
    ServerMetadata serverMetadata();

    /**
     * Begins a login and returns what has to be kept until the browser comes back; the request is pushed (RFC 9126) where
     * the configuration or the provider asks for it.
     *
     * @param redirectUri where the browser comes back to, registered at the provider and without a query; not the callback
     *     route of the library, which takes only logins that it began itself
     * @param options how the login differs from the configuration; without a place to return to, application state and popup
     * @throws LoginException {@code login.options_invalid}
     */
    PendingAuthorization authorizationUrl(URI redirectUri, LoginOptions options);

    /**
     * Begins to link an account of a connection to another one (Auth0).
     *
     * @param connection the Auth0 connection of the account
     * @param connectionScope what is asked for at that connection, separated by spaces; empty for nothing in particular
     * @param idToken of the user whose account it is linked to; the tokens that come must have the same {@code sub}
     * @throws LoginException {@code login.options_invalid}
     */
    PendingAuthorization linkUrl(
            URI redirectUri, String connection, String connectionScope, String idToken, LoginOptions options);

    /**
     * Begins to take a linked account off another one (Auth0).
     *
     * @param connection the Auth0 connection of the account
     * @param idToken of the user whose account it is taken off; the tokens that come must have the same {@code sub}
     * @throws LoginException {@code login.options_invalid}
     */
    PendingAuthorization unlinkUrl(URI redirectUri, String connection, String idToken, LoginOptions options);

    /**
     * Exchanges the code with which a browser came back, and returns the tokens; the ID token is verified, with nonce,
     * {@code max_age}, {@code acr_values} and organization of the request.
     *
     * @param callback the address that the browser came to, with its query
     * @param pending what this browser began; to be forgotten before this call, so that it is used once
     * @throws LoginException {@code login.response_malformed}, {@code login.state_missing}, {@code login.state_mismatch},
     *     {@code login.issuer_missing}, {@code login.issuer_mismatch}, {@code login.denied}
     * @throws TokenValidationException one of {@code id_token.*}
     */
    TokenSet tokenByCode(URI callback, PendingAuthorization pending);

    /**
     * Uses a refresh token for tokens like those of the login.
     *
     * @throws Auth0Exception as {@link #tokenByRefreshToken(String, String, Set)}
     */
    default TokenSet tokenByRefreshToken(String refreshToken) {
        return tokenByRefreshToken(refreshToken, null, Set.of());
    }

    /**
     * Uses a refresh token (RFC 6749, 6). A refresh token in the result takes the place of this one; an ID token in it is
     * verified, and whoever knows the user compares the {@code sub}.
     *
     * @param audience the API, null for that of the login
     * @param scopes what is asked for, empty for what the login was granted
     * @throws RequestException {@code client.request_invalid}
     * @throws AuthorizationServerException {@code server.invalid_grant} where it has ended, and others
     * @throws TokenValidationException one of {@code id_token.*}
     */
    TokenSet tokenByRefreshToken(String refreshToken, @Nullable String audience, Set<String> scopes);

    /**
     * Returns an access token for the application itself (RFC 6749, 4.4): the one that it was given before, until that is
     * about to end. Any number of calls that want the same at once cause one request.
     *
     * @throws RequestException {@code client.request_invalid}
     */
    AccessToken clientCredentials(ClientCredentialsRequest request);

    /**
     * Returns the claims of the UserInfo endpoint (OpenID Connect Core 5.3).
     *
     * @param accessToken a token that the provider issued with the {@code openid} scope
     * @param expectedSubject the {@code sub} of the ID token; another one in the answer is refused (5.3.2)
     * @throws AuthorizationServerException {@code server.subject_mismatch}, or {@code server.error_response} where the
     *     provider refuses
     */
    Map<String, Object> userInfo(AccessToken accessToken, String expectedSubject);

    /**
     * Revokes a token (RFC 7009); one that is not valid any more counts as revoked.
     *
     * @throws RequestException {@code client.request_invalid}
     * @throws AuthorizationServerException {@code server.metadata_invalid} where the provider cannot do so, and others
     */
    void revoke(String token, TokenTypeHint hint);

    /**
     * Returns where a browser has to go to end its session at the provider: by {@code auth0.logout.strategy} the
     * {@code end_session_endpoint} of the provider or Auth0's {@code /v2/logout}.
     *
     * @throws RequestException {@code client.request_invalid}
     * @throws AuthorizationServerException {@code server.metadata_invalid} where the strategy is {@code oidc} and the provider
     *     has no such endpoint
     */
    URI logoutUrl(LogoutRequest request);

    /**
     * Verifies a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6) and ends nothing;
     * {@link BackchannelLogoutResource} does.
     *
     * @throws TokenValidationException one of {@code logout_token.*}
     */
    LogoutToken verifyLogoutToken(String logoutToken);

    /**
     * Returns whether users of an e-mail domain log in by an enterprise connection (Auth0), as far as the provider says so: a
     * hint for a login page. Where it does not answer, no.
     *
     * @param emailDomain what stands behind the {@code @}
     * @throws RequestException {@code client.request_invalid} where it is no domain name
     */
    boolean isFederatedDomain(String emailDomain);
}
