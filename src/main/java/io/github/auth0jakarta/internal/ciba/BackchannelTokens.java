package io.github.auth0jakarta.internal.ciba;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import io.github.auth0jakarta.internal.oauth.TokenSets;
import java.util.Objects;

/** The grant of CIBA (CIBA Core, 10.1), and the rules for the ID token in its answer. */
final class BackchannelTokens {
    private static final String GRANT = "urn:openid:params:grant-type:ciba";
    private static final String AUTH_REQ_ID = "urn:openid:params:jwt:claim:auth_req_id";

    private final TokenEndpoint endpoint;
    private final TokenSets tokenSets;

    BackchannelTokens(TokenEndpoint endpoint, TokenSets tokenSets) {
        this.endpoint = endpoint;
        this.tokenSets = tokenSets;
    }

    /**
     * Asks for the tokens.
     *
     * @throws AuthorizationServerException also where the user has not decided
     */
    TokenResponse ask(StartedRequest request) {
        return endpoint.grant(
                new FormBody().add("grant_type", GRANT).add("auth_req_id", request.authReqId()), request.purpose());
    }

    /**
     * Returns what came, after all checks.
     *
     * @throws TokenValidationException where the ID token is missing, breaks a rule, or is of another user or request
     */
    TokenSet checked(StartedRequest request, TokenResponse response) {
        if (response.idToken() == null) {
            throw new TokenValidationException(Auth0ErrorCode.ID_TOKEN_MISSING, "the token response has none");
        }
        TokenSet tokens = tokenSets.of(response, request.purpose());
        if (!request.subject().equals(tokens.claims().get("sub"))) {
            throw new TokenValidationException(
                    Auth0ErrorCode.CIBA_SUBJECT_MISMATCH, "the ID token is of another user than the one who was asked");
        }
        // Only push mode has to have the claim (CIBA Core, 10.3.1); a wrong one is wrong in any mode.
        if (!Objects.equals(tokens.claims().getOrDefault(AUTH_REQ_ID, request.authReqId()), request.authReqId())) {
            throw new TokenValidationException(
                    Auth0ErrorCode.CIBA_REQUEST_MISMATCH, "the ID token was issued for another request");
        }
        return tokens;
    }
}
