package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.http.FormBody;
import java.net.URI;

/** The authorization request of the code flow (OpenID Connect Core 3.1.2.1, with PKCE as in RFC 7636, 4.3). */
final class AuthorizationRequest {
    private final Auth0Config.Login login;

    AuthorizationRequest(Auth0Config.Login login) {
        this.login = login;
    }

    /** Returns the address to send the browser to. */
    String address(URI authorizationEndpoint, Transaction transaction) {
        FormBody parameters = new FormBody()
                .add("client_id", login.clientId())
                .add("response_type", "code")
                .add("redirect_uri", transaction.redirectUri())
                .add("scope", login.scope())
                .add("audience", login.audience())
                .add("state", transaction.state())
                .add("nonce", transaction.nonce())
                .add(
                        "code_challenge",
                        Pkce.ofVerifier(transaction.codeVerifier()).challenge())
                .add("code_challenge_method", Pkce.METHOD);
        login.authorizationParams().forEach(parameters::add);
        String separator = authorizationEndpoint.getRawQuery() == null ? "?" : "&";
        return authorizationEndpoint + separator + parameters.encoded();
    }
}
