package io.github.auth0jakarta;

import java.util.Set;

/**
 * Exchanges tokens at the provider (RFC 8693): for tokens of its own, for tokens of other providers (Auth0's Token Vault), for
 * other APIs on behalf of the caller, and for sessions at other applications.
 *
 * <p>What is not configured is not exchanged: {@code auth0.token-exchange.subject-token-types} and
 * {@code auth0.token-exchange.audiences} name what may be. All methods may throw {@link AuthorizationServerException} where the
 * provider refuses, {@link TransportException} where it does not answer, and {@link TokenExchangeException} for what was
 * not sent and for an answer that names somebody else than the caller.
 */
public interface TokenExchangeService {

    /**
     * Exchanges a token; the session, if any, stays as it is.
     *
     * <p>Where the subject token is the caller's own, the answer has to be the caller's too, as far as its tokens say. The
     * actors of the answer are those of the ID token; without one they are read from the access token, for information: the
     * signature of a token for another API is not ours to check.
     *
     * @throws TokenExchangeException {@code token_exchange.subject_token_invalid}, {@code token_exchange.actor_token_invalid},
     *     {@code token_exchange.type_invalid}, {@code token_exchange.subject_token_type_refused},
     *     {@code token_exchange.audience_refused}, {@code token_exchange.parameter_refused},
     *     {@code token_exchange.organization_invalid}, and then nothing was sent; {@code token_exchange.subject_mismatch}
     * @throws TokenValidationException where an ID token comes that breaks a rule
     */
    TokenSet exchange(TokenExchangeRequest request);

    /**
     * Exchanges a token and logs the subject in, in place of any session that the browser had; the next request has the
     * caller. The scope {@code openid} is added; without any scopes, those of {@code auth0.scope} are asked for.
     *
     * @throws LoginException {@code session.not_writable} where the answer has begun, {@code login.caller_refused}, and others
     * @throws TokenValidationException also where no ID token comes
     * @throws ConfigurationException where there is no login
     */
    TokenSet login(TokenExchangeRequest request);

    /**
     * Returns a token of another provider for the caller's account there (Auth0's Token Vault).
     *
     * <p>It is remembered until it is about to end, in the memory of this server only, for this caller, session, connection,
     * account and scopes. Many requests at once for the same cause one exchange; where one fails, nothing is remembered.
     *
     * @throws InteractionRequiredException {@code session.missing} without a caller, {@code session.refresh_token_missing}
     *     where the session has no refresh token and one is wanted
     * @throws TokenExchangeException {@code token_exchange.connection_missing}
     */
    ConnectionToken connectionToken(ConnectionTokenRequest request);

    /** Forgets the current caller's remembered tokens of a connection, as after an account was disconnected. */
    void forgetConnectionTokens(String connection);

    /**
     * Returns a token with which this application calls another API on behalf of the caller (Auth0's On-Behalf-Of).
     *
     * <p>The access token that the current request came with is exchanged, or that of the login. The token is remembered for
     * five minutes at most.
     *
     * @param scopes empty for what the provider gives by itself
     * @throws InteractionRequiredException {@code session.missing} without a caller, {@code session.scopes_missing} where the
     *     provider granted less than is needed
     * @throws TokenExchangeException {@code token_exchange.audience_refused}
     */
    TokenSet onBehalfOf(String audience, Set<String> scopes);

    /**
     * Returns a token with which this application calls another API on behalf of a caller whose token was verified.
     *
     * @throws Auth0Exception as {@link #onBehalfOf(String, Set)}
     */
    TokenSet onBehalfOf(VerifiedAccessToken accessToken, String audience, Set<String> scopes);

    /**
     * Returns a token with which a browser begins a session of the subject at another application (Auth0's session transfer).
     *
     * @throws TokenExchangeException {@code session_transfer.actor_unavailable} where nobody acts: no actor is named, and
     *     nobody is logged in, or the ID token of the login has ended and cannot be refreshed;
     *     {@code session_transfer.setactor_required}, {@code session_transfer.disabled} where the provider says so
     */
    SessionTransferToken sessionTransferToken(SessionTransferRequest request);
}
