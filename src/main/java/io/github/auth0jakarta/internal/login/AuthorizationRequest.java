package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.http.FormBody;

/** The authorization request of the code flow (OpenID Connect Core 3.1.2.1, with PKCE as in RFC 7636, 4.3). */
final class AuthorizationRequest {
    private final boolean formPost;

    AuthorizationRequest(Auth0Config.Requests.ResponseMode responseMode) {
        this.formPost = responseMode == Auth0Config.Requests.ResponseMode.FORM_POST;
    }

    /** Returns the parameters, each once; who the client is, is added where they are sent. */
    FormBody parameters(RequestedLogin requested, String state, CodeExchange.Secrets secrets) {
        FormBody parameters = new FormBody()
                .add("response_type", "code")
                .add("response_mode", formPost ? "form_post" : null)
                .add("redirect_uri", secrets.redirectUri())
                .add("state", state)
                .add("nonce", secrets.nonce());
        String verifier = secrets.codeVerifier();
        if (verifier != null) {
            parameters
                    .add("code_challenge", Pkce.ofVerifier(verifier).challenge())
                    .add("code_challenge_method", Pkce.METHOD);
        }
        requested.parameters().forEach(parameters::add);
        return parameters;
    }
}
