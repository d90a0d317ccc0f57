package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grants. A request is sent once and never repeated: a code or a rotating refresh token works only once.
 *
 * <p>All methods throw {@code AuthorizationServerException} ({@code server.invalid_grant}, {@code server.invalid_client},
 * {@code server.rate_limited}, {@code server.error_response}, {@code server.response_malformed},
 * {@code server.token_type_mismatch}) or {@code TransportException}.
 */
public final class TokenEndpoint {
    /** RFC 8693, 3: the second is an access token in the shape of a JWT, as far as an exchange goes. */
    private static final Set<String> ACCESS_TOKENS =
            Set.of("urn:ietf:params:oauth:token-type:access_token", "urn:ietf:params:oauth:token-type:jwt");

    private final ClientRequests requests;
    private final JsonAnswers answers;
    private final @Nullable SecondFactors secondFactors;

    /**
     * @param secondFactors what becomes of a demand for one, null where it is an error like others
     */
    public TokenEndpoint(ClientRequests requests, JsonAnswers answers, @Nullable SecondFactors secondFactors) {
        this.requests = requests;
        this.answers = answers;
        this.secondFactors = secondFactors;
    }

    /** Makes one for which a demand for a second factor is an error like others. */
    public TokenEndpoint(ClientRequests requests, JsonAnswers answers) {
        this(requests, answers, null);
    }

    /** Exchanges a code (RFC 6749, 4.1.3, with RFC 7636, 4.5). */
    public TokenResponse authorizationCode(String code, String redirectUri, String codeVerifier) {
        return grant(
                new FormBody()
                        .add("grant_type", "authorization_code")
                        .add("code", code)
                        .add("redirect_uri", redirectUri)
                        .add("code_verifier", codeVerifier),
                TokenPurpose.UNNAMED);
    }

    /**
     * Uses a refresh token (RFC 6749, 6).
     *
     * @param audience the API, null for that of the login
     * @param scopes what is asked for, empty for what the login was granted
     */
    public TokenResponse refreshToken(String refreshToken, @Nullable String audience, Set<String> scopes) {
        TokenPurpose purpose = new TokenPurpose(audience, scopes);
        return grant(
                new FormBody()
                        .add("grant_type", "refresh_token")
                        .add("refresh_token", refreshToken)
                        .add("audience", audience)
                        .add("scope", purpose.scopeText()),
                purpose);
    }

    /** Revokes a refresh token (RFC 7009), where the provider can do so. */
    public void revokeRefreshToken(String refreshToken) {
        URI address = requests.endpoints().revocation();
        if (address == null) {
            return;
        }
        FormBody form = new FormBody().add("token", refreshToken).add("token_type_hint", "refresh_token");
        answers.requireSuccess(requests.post(address, form));
    }

    /**
     * Asks for a token by any grant.
     *
     * @param form with the {@code grant_type} and what belongs to it, and without what authenticates the client
     * @param purpose what it is asked for, which is remembered where a second factor is wanted first
     * @throws io.github.auth0jakarta.MfaRequiredException where the provider wants a second factor
     */
    public TokenResponse grant(FormBody form, TokenPurpose purpose) {
        return TokenResponse.of(
                members(requests.postWithProof(requests.endpoints().token(), form), purpose), expected());
    }

    /**
     * Asks for a token by a grant whose parameters are a JSON object (Auth0's passkeys).
     *
     * @param members with the {@code grant_type} and what belongs to it, and without what authenticates the client
     */
    public TokenResponse grant(Map<String, Object> members, TokenPurpose purpose) {
        return TokenResponse.of(
                members(requests.postJsonWithProof(requests.endpoints().token(), members), purpose), expected());
    }

    /**
     * Asks for a token by an exchange (RFC 8693, 2).
     *
     * <p>Only an access token of this provider is bound as others are; what is anything else is a bearer token, or is not
     * sent at all ({@code N_A}).
     *
     * @param form with the {@code grant_type} and what belongs to it, and without what authenticates the client
     * @param purpose what it is asked for, which is remembered where a second factor is wanted first
     * @param requestedType what has to be issued, null for an access token; an answer that does not say what it is
     *     (RFC 8693, 2.2.1 requires it, Auth0's SDKs do without) counts as that
     * @throws io.github.auth0jakarta.MfaRequiredException where the provider wants a second factor
     */
    public TokenResponse exchange(FormBody form, TokenPurpose purpose, @Nullable String requestedType) {
        Map<String, Object> members =
                members(requests.postWithProof(requests.endpoints().token(), form), purpose);
        Object issued = members.getOrDefault("issued_token_type", requestedType);
        if (requestedType == null ? issued != null && !ACCESS_TOKENS.contains(issued) : !requestedType.equals(issued)) {
            throw new AuthorizationServerException(
                    Auth0ErrorCode.SERVER_RESPONSE_MALFORMED,
                    "token response: issued_token_type is not the type that was asked for",
                    200,
                    null);
        }
        return TokenResponse.of(members, expected(members, issued == null || ACCESS_TOKENS.contains(issued)));
    }

    private TokenType expected(Map<String, Object> members, boolean accessToken) {
        if (accessToken) {
            return expected();
        }
        boolean notApplicable = members.get("token_type") instanceof String type
                && type.equalsIgnoreCase(TokenType.NOT_APPLICABLE.text());
        return notApplicable ? TokenType.NOT_APPLICABLE : TokenType.BEARER;
    }

    private Map<String, Object> members(HttpAnswer answer, TokenPurpose purpose) {
        if (secondFactors != null && answer.status() != 200) {
            SecondFactorDemand demand = SecondFactorDemand.of(answer.status(), answers.tryObject(answer));
            if (demand != null) {
                throw secondFactors.required(demand, purpose);
            }
        }
        return answers.object(answer, Auth0ErrorCode.SERVER_RESPONSE_MALFORMED);
    }

    private TokenType expected() {
        return requests.dpop() == null ? TokenType.BEARER : TokenType.DPOP;
    }
}
