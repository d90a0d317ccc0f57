package io.github.auth0jakarta.client;

import io.github.auth0jakarta.AccessToken;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Access tokens for requests that the application sends on behalf of the caller of the current request, and the headers that
 * such a request carries them in.
 *
 * <p>The filters of this package use it; inject it for a client of another kind. No token goes to an origin that
 * {@code auth0.propagation.origins} does not name.
 */
public interface OutgoingTokens {

    /**
     * Returns whether a request to this address may carry a token: whether {@code auth0.propagation.origins} names its origin,
     * scheme, host and port. The log warns about each other origin, once.
     */
    boolean isAllowed(URI address);

    /**
     * Returns the caller's own token: the one that the request brought, or that of the login.
     *
     * @throws io.github.auth0jakarta.InteractionRequiredException {@code session.missing} without a caller
     * @throws io.github.auth0jakarta.TokenValidationException {@code propagation.token_bound} where it is bound to a key of the
     *     caller's
     * @throws io.github.auth0jakarta.Auth0Exception for a login as {@code AccessTokenService.accessToken}
     */
    AccessToken ofCaller();

    /**
     * Returns a token for an API on behalf of the caller: for a login that of {@code AccessTokenService}, for a caller with an
     * access token one that the provider gives in exchange (RFC 8693). An exchanged token is given again for up to five minutes.
     *
     * @param audience the API
     * @param scopes what is needed; empty for what the provider gives by itself
     * @throws io.github.auth0jakarta.InteractionRequiredException {@code session.missing} without a caller,
     *     {@code session.scopes_missing} where the provider gives less than is needed
     * @throws io.github.auth0jakarta.TokenExchangeException {@code token_exchange.audience_refused} where a token has to be
     *     exchanged and {@code auth0.token-exchange.audiences} does not list the audience; nothing is sent then
     * @throws io.github.auth0jakarta.ConfigurationException {@code propagation.client_missing} where a token has to be exchanged
     *     and the application is no client of the provider
     * @throws io.github.auth0jakarta.Auth0Exception of another type where the provider refuses or does not answer
     */
    AccessToken forAudience(String audience, Set<String> scopes);

    /**
     * Returns the headers of a request that carries a token: {@code Authorization} and, for a token that is bound to this
     * application's key, {@code DPoP} with a proof for this one request (RFC 9449, 7.1). Empty where the address is not
     * allowed.
     *
     * @throws io.github.auth0jakarta.TokenValidationException {@code propagation.token_bound} where it is bound to another key
     */
    Map<String, String> headers(AccessToken token, String method, URI address);

    /**
     * Returns the headers with which a request has to be sent once more, because its server wants a nonce in the proof (RFC 9449,
     * 9); empty where it does not. The nonce of any answer is remembered for the next request.
     *
     * @param token what the request carried
     * @param status of the answer
     * @param answerHeaders of the answer, by name in any case
     */
    Optional<Map<String, String>> headersAfter(
            int status, Map<String, List<String>> answerHeaders, AccessToken token, String method, URI address);
}
