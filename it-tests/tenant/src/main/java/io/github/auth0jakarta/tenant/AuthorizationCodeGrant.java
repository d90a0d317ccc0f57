package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code authorization_code}: the code is used up, then bound to client, redirect URI, PKCE verifier and DPoP key. */
final class AuthorizationCodeGrant implements Grant {

    private final AuthorizationCodes codes;
    private final RefreshTokens refreshTokens;
    private final Directory directory;
    private final TokenIssuer issuer;

    AuthorizationCodeGrant(
            AuthorizationCodes codes, RefreshTokens refreshTokens, Directory directory, TokenIssuer issuer) {
        this.codes = codes;
        this.refreshTokens = refreshTokens;
        this.directory = directory;
        this.issuer = issuer;
    }

    @Override
    public String type() {
        return "authorization_code";
    }

    @Override
    public Map<String, Object> handle(TokenRequest request) {
        Client client = request.client();
        Parameters form = request.form();
        String code = form.require("code");
        String redirectUri = form.require("redirect_uri");
        CodeVerifier verifier = verifier(form.find("code_verifier"));
        AuthorizationCodes.Grant grant = codes.redeem(code);
        Authorization authorization = grant.authorization();
        check(authorization.clientId().equals(client.id()), "code was issued to another client");
        check(grant.redirectUri().equals(redirectUri), "redirect_uri is not that of the authorization request");
        check(isAnswered(grant.binding().challenge(), verifier), "wrong verifier");
        check(isHolder(grant, request), "code is bound to another key");
        authorization.bind(request.thumbprint());
        return issue(grant, authorization);
    }

    private Map<String, Object> issue(AuthorizationCodes.Grant grant, Authorization authorization) {
        User user = directory.user(authorization.sub());
        if (user == null) {
            throw new OAuthException(OAuth2Error.INVALID_GRANT, "user is gone");
        }
        Api api = directory.api(authorization.extent().audience());
        Map<String, Object> response = issuer.issue(
                new TokenIssuer.Order(user, authorization, api, authorization.scope()),
                grant.binding().nonce());
        if (authorization.scope().contains(ScopePolicy.OFFLINE_ACCESS)) {
            response.put("refresh_token", refreshTokens.issue(authorization));
        }
        return response;
    }

    private static boolean isHolder(AuthorizationCodes.Grant grant, TokenRequest request) {
        String bound = grant.binding().dpopThumbprint();
        return bound == null || bound.equals(request.thumbprint());
    }

    /** RFC 9700 section 2.1.1: a verifier without a challenge is as wrong as a challenge without a verifier. */
    private static boolean isAnswered(@Nullable CodeChallenge challenge, @Nullable CodeVerifier verifier) {
        if (challenge == null || verifier == null) {
            if (challenge != null) {
                throw new OAuthException(OAuth2Error.INVALID_REQUEST, "parameter code_verifier is missing");
            }
            return verifier == null;
        }
        return challenge.equals(CodeChallenge.compute(CodeChallengeMethod.S256, verifier));
    }

    private static @Nullable CodeVerifier verifier(@Nullable String text) {
        try {
            return text == null ? null : new CodeVerifier(text);
        } catch (IllegalArgumentException e) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "malformed code_verifier");
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new OAuthException(OAuth2Error.INVALID_GRANT, otherwise);
        }
    }
}
