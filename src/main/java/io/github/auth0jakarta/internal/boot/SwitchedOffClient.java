package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConfigurationException;
import java.util.Map;

/** What an application gets that injects the client where the library is switched off. */
final class SwitchedOffClient implements Auth0Client {

    @Override
    public Map<String, Object> userInfo(AccessToken accessToken, String expectedSubject) {
        throw new ConfigurationException(Auth0ErrorCode.CONFIG_INVALID, "auth0-jakarta is switched off");
    }
}
