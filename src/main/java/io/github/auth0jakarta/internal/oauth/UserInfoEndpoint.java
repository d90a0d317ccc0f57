package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.http.HttpTransport;
import java.net.URI;
import java.util.Map;

/** The UserInfo endpoint (OpenID Connect Core 5.3). */
public final class UserInfoEndpoint implements Auth0Client {
    private final ProviderMetadataSource metadata;
    private final HttpTransport transport;
    private final JsonAnswers answers;

    public UserInfoEndpoint(ProviderMetadataSource metadata, HttpTransport transport, JsonAnswers answers) {
        this.metadata = metadata;
        this.transport = transport;
        this.answers = answers;
    }

    @Override
    public Map<String, Object> userInfo(AccessToken accessToken, String expectedSubject) {
        URI address = metadata.get().userinfoEndpoint();
        if (address == null) {
            throw new AuthorizationServerException(
                    Auth0ErrorCode.SERVER_METADATA_INVALID, "metadata: userinfo_endpoint is missing", 200, null);
        }
        Map<String, Object> claims = answers.object(
                transport.get(address, Map.of("Authorization", accessToken.type() + " " + accessToken.value())),
                Auth0ErrorCode.SERVER_RESPONSE_MALFORMED);
        if (!expectedSubject.equals(claims.get("sub"))) {
            throw new AuthorizationServerException(
                    Auth0ErrorCode.SERVER_SUBJECT_MISMATCH, "userinfo: sub is not that of the ID token", 200, null);
        }
        return claims;
    }
}
