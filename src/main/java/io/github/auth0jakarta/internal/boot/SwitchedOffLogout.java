package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.BackchannelLogoutResource;
import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.LogoutOptions;
import io.github.auth0jakarta.LogoutService;
import java.net.URI;

/** What an application gets that injects either logout where there is no login. */
final class SwitchedOffLogout implements LogoutService, BackchannelLogoutResource {

    @Override
    public URI logout(LogoutOptions options) {
        throw switchedOff();
    }

    @Override
    public void redirect(LogoutOptions options) {
        throw switchedOff();
    }

    @Override
    public void logoutLocally() {
        throw switchedOff();
    }

    @Override
    public void logout(String logoutToken) {
        throw switchedOff();
    }

    private static ConfigurationException switchedOff() {
        return new ConfigurationException(Auth0ErrorCode.CONFIG_INVALID, "auth0-jakarta has no login to log out of");
    }
}
