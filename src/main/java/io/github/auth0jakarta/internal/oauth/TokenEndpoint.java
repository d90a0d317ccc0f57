package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import java.net.URI;
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
    private final ClientRequests requests;
    private final JsonAnswers answers;

    public TokenEndpoint(ClientRequests requests, JsonAnswers answers) {
        this.requests = requests;
        this.answers = answers;
    }

    /** Exchanges a code (RFC 6749, 4.1.3, with RFC 7636, 4.5). */
    public TokenResponse authorizationCode(String code, String redirectUri, String codeVerifier) {
        return request(new FormBody()
                .add("grant_type", "authorization_code")
                .add("code", code)
                .add("redirect_uri", redirectUri)
                .add("code_verifier", codeVerifier));
    }

    /**
     * Uses a refresh token (RFC 6749, 6).
     *
     * @param audience the API, null for that of the login
     * @param scopes what is asked for, empty for what the login was granted
     */
    public TokenResponse refreshToken(String refreshToken, @Nullable String audience, Set<String> scopes) {
        return request(new FormBody()
                .add("grant_type", "refresh_token")
                .add("refresh_token", refreshToken)
                .add("audience", audience)
                .add("scope", scopes.isEmpty() ? null : Scopes.text(scopes)));
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

    private TokenResponse request(FormBody form) {
        HttpAnswer answer = requests.postWithProof(requests.endpoints().token(), form);
        return TokenResponse.of(
                answers.object(answer, Auth0ErrorCode.SERVER_RESPONSE_MALFORMED),
                requests.dpop() == null ? TokenType.BEARER : TokenType.DPOP);
    }
}
