package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.DatabaseConnectionService;
import io.github.auth0jakarta.PasskeyService;
import io.github.auth0jakarta.PasswordlessService;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.passwordless.AuthenticationApi;
import io.github.auth0jakarta.internal.passwordless.DatabaseConnections;
import io.github.auth0jakarta.internal.passwordless.Passkeys;
import io.github.auth0jakarta.internal.passwordless.Passwordless;
import org.jspecify.annotations.Nullable;

/** The part of the object graph for logins without password, and for users of database connections. */
final class PasswordlessParts {
    private final Passwordless passwordless;
    private final Passkeys passkeys;
    private final DatabaseConnections databaseConnections;
    private final TokenLogins logins;
    private final ClientParts client;
    private final ProviderParts provider;
    private final @Nullable LoginParts login;

    /**
     * @param config of login, null where there is none, like {@code login}
     */
    PasswordlessParts(
            String issuer,
            Auth0Config.@Nullable Login config,
            ProviderParts provider,
            ClientParts client,
            @Nullable LoginParts login) {
        AuthenticationApi api = new AuthenticationApi(issuer, client.requests(), provider.answers());
        this.passwordless = new Passwordless(api, client.tokenEndpoint());
        this.passkeys = new Passkeys(api, client.tokenEndpoint());
        this.databaseConnections = new DatabaseConnections(api, provider.answers());
        this.logins = new TokenLogins(config, login == null ? null : login.directLogin());
        this.client = client;
        this.provider = provider;
        this.login = login;
    }

    PasswordlessService passwordless() {
        return new CurrentPasswordless(passwordless, client.tokenSets(), logins, login == null ? null : login.start());
    }

    PasskeyService passkeys() {
        return new CurrentPasskeys(passkeys, client.tokenSets(), logins, provider.json(), login);
    }

    DatabaseConnectionService databaseConnections() {
        return databaseConnections;
    }
}
