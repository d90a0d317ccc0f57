package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConfigurationException;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.login.DirectLogin;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Logs the caller of the current request in with tokens that a service has got. */
final class TokenLogins {
    private final Auth0Config.@Nullable Login config;
    private final @Nullable DirectLogin directLogin;

    /**
     * @param config null where there is no login, like {@code directLogin}
     */
    TokenLogins(Auth0Config.@Nullable Login config, @Nullable DirectLogin directLogin) {
        this.config = config;
        this.directLogin = directLogin;
    }

    /**
     * Gets tokens and begins a session with them. Whatever makes a session impossible from the outset is found before, so that
     * what tokens are got for is not used up for nothing.
     *
     * @param audience the API; empty for that of the configuration
     * @param scopes what is asked for; empty for that of the configuration
     * @param organization what the tokens have to be of; null for the configured one, if any
     * @param tokens gets them
     */
    void login(
            Optional<String> audience,
            Set<String> scopes,
            @Nullable String organization,
            Function<TokenPurpose, TokenResponse> tokens) {
        if (config == null || directLogin == null) {
            throw new ConfigurationException(Auth0ErrorCode.CONFIG_INVALID, "login is switched off");
        }
        HttpServletRequest request =
                CDI.current().select(HttpServletRequest.class).get();
        HttpServletResponse response = CurrentResponse.of(request);
        if (response.isCommitted()) {
            throw new LoginException(Auth0ErrorCode.SESSION_NOT_WRITABLE, "the answer has begun already");
        }
        TokenPurpose purpose = purpose(config, audience, scopes);
        directLogin.begin(tokens.apply(purpose), purpose, organization, request, response);
    }

    private static TokenPurpose purpose(Auth0Config.Login config, Optional<String> audience, Set<String> scopes) {
        Set<String> asked = new LinkedHashSet<>(scopes.isEmpty() ? Scopes.parse(config.scope()) : scopes);
        asked.add("openid");
        return new TokenPurpose(audience.orElse(config.audience()), asked);
    }
}
