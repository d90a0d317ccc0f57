package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges a caller's access token for one with which this application calls another API on behalf of that caller (RFC 8693,
 * 2, as Auth0's On-Behalf-Of).
 *
 * <p>A token that is bound to the caller's key is sent like any other: the provider decides about it.
 */
public final class OnBehalfOfGrant {
    private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final ClientRequests requests;
    private final JsonAnswers answers;

    public OnBehalfOfGrant(ClientRequests requests, JsonAnswers answers) {
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * Exchanges a token; each call asks the provider.
     *
     * @param accessToken of the caller, verified
     * @param audience the other API
     * @param scopes what is asked for, empty for what the provider gives by itself
     * @throws AuthorizationServerException as {@link TokenEndpoint}, and {@code server.response_malformed} where the provider
     *     issued another type of token
     * @throws io.github.auth0jakarta.TransportException where it does not answer
     */
    public TokenResponse exchange(String accessToken, String audience, Set<String> scopes) {
        FormBody form = new FormBody()
                .add("grant_type", GRANT_TYPE)
                .add("subject_token_type", ACCESS_TOKEN)
                .add("subject_token", accessToken)
                .add("audience", audience)
                .add("scope", scopes.isEmpty() ? null : Scopes.text(scopes))
                .add("requested_token_type", ACCESS_TOKEN);
        HttpAnswer answer = requests.postWithProof(requests.endpoints().token(), form);
        Map<String, @Nullable Object> members = answers.object(answer, Auth0ErrorCode.SERVER_RESPONSE_MALFORMED);
        requireAccessToken(members.get("issued_token_type"));
        return TokenResponse.of(members, requests.dpop() == null ? TokenType.BEARER : TokenType.DPOP);
    }

    /** RFC 8693, 2.2.1 requires the member; the Auth0 SDKs do without, so only another value is refused. */
    private static void requireAccessToken(@Nullable Object issuedTokenType) {
        if (issuedTokenType != null && !issuedTokenType.equals(ACCESS_TOKEN)) {
            throw new AuthorizationServerException(
                    Auth0ErrorCode.SERVER_RESPONSE_MALFORMED,
                    "token response: issued_token_type is not that of an access token",
                    200,
                    null);
        }
    }
}
