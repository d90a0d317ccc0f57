package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.TokenExchangeException;
import io.github.auth0jakarta.internal.http.FormBody;
import java.util.Set;

/**
 * Exchanges a caller's access token for one with which this application calls another API on behalf of that caller (RFC 8693,
 * 2, as Auth0's On-Behalf-Of).
 *
 * <p>A token that is bound to the caller's key is sent like any other: the provider decides about it.
 */
public final class OnBehalfOfGrant {
    private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final TokenEndpoint endpoint;
    private final UnverifiedClaims claims;

    public OnBehalfOfGrant(TokenEndpoint endpoint, UnverifiedClaims claims) {
        this.endpoint = endpoint;
        this.claims = claims;
    }

    /**
     * Exchanges a token; each call asks the provider.
     *
     * @param accessToken of the caller, verified
     * @param subject who the caller is
     * @param audience the other API
     * @param scopes what is asked for, empty for what the provider gives by itself
     * @throws AuthorizationServerException as {@link TokenEndpoint}, and {@code server.response_malformed} where the provider
     *     issued another type of token
     * @throws TokenExchangeException {@code token_exchange.subject_mismatch} where the token names another subject
     * @throws io.github.auth0jakarta.TransportException where it does not answer
     */
    public TokenResponse exchange(String accessToken, String subject, String audience, Set<String> scopes) {
        TokenPurpose purpose = new TokenPurpose(audience, scopes);
        FormBody form = new FormBody()
                .add("grant_type", GRANT_TYPE)
                .add("subject_token_type", ACCESS_TOKEN)
                .add("subject_token", accessToken)
                .add("audience", audience)
                .add("scope", purpose.scopeText())
                .add("requested_token_type", ACCESS_TOKEN);
        TokenResponse response = endpoint.exchange(form, purpose, ACCESS_TOKEN);
        if (!claims.subject(response.accessToken()).orElse(subject).equals(subject)) {
            throw new TokenExchangeException(
                    Auth0ErrorCode.TOKEN_EXCHANGE_SUBJECT_MISMATCH, "the token is not one of the caller's");
        }
        return response;
    }
}
