package io.github.auth0jakarta;

import java.util.Map;

/** Calls to the provider that need no session. */
public interface Auth0Client {

    /**
     * Returns the claims of the UserInfo endpoint (OpenID Connect Core 5.3).
     *
     * @param accessToken a token that the provider issued with the {@code openid} scope
     * @param expectedSubject the {@code sub} of the ID token; another one in the answer is refused (5.3.2)
     * @throws AuthorizationServerException {@code server.subject_mismatch}, or {@code server.error_response} where the
     *     provider refuses
     * @throws TransportException where it does not answer
     */
    Map<String, Object> userInfo(AccessToken accessToken, String expectedSubject);
}
