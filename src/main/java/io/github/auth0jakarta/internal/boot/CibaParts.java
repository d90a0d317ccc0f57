package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.BackchannelAuthenticationService;
import io.github.auth0jakarta.internal.ciba.BackchannelAuthentications;
import io.github.auth0jakarta.internal.ciba.RequestDefaults;
import io.github.auth0jakarta.internal.ciba.RequestSeal;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.ConfigKey;
import io.github.auth0jakarta.internal.config.CookieSecret;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.web.RandomValues;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that asks users for approval on their own devices. */
final class CibaParts implements AutoCloseable {
    private final SecureRandom random = RandomSource.secure();
    private final ContainerScheduler scheduler = new ContainerScheduler();
    private final BackchannelAuthentications authentications;
    private final BackchannelAuthenticationService service;

    /**
     * @param login null where there is none
     */
    CibaParts(Auth0Config config, ProviderParts provider, ClientParts client, @Nullable LoginParts login) {
        this.authentications = new BackchannelAuthentications(
                new BackchannelAuthentications.Provider(
                        client.requests(), provider.answers(), client.tokenEndpoint(), client.tokenSets()),
                defaults(config.login()),
                new RequestSeal(seal(config, client), provider.json()),
                scheduler,
                provider.json(),
                provider.clock());
        this.service = new CurrentBackchannelAuthentications(
                authentications,
                new CurrentRequestOwner(login == null ? null : login.browserCookie(), new RandomValues(random)),
                login == null ? null : login.directLogin());
    }

    private static RequestDefaults defaults(Auth0Config.@Nullable Login login) {
        return login == null
                ? new RequestDefaults(null, Scopes.parse(ConfigKey.SCOPE.defaultText()), Map.of())
                : new RequestDefaults(login.audience(), Scopes.parse(login.scope()), login.authorizationParams());
    }

    private CookieSeal seal(Auth0Config config, ClientParts client) {
        return new CookieSeal(
                secrets(config.login()),
                "backchannel authentication",
                config.provider().issuer() + " "
                        + client.requests().authentication().clientId(),
                random,
                RequestSeal.MAX_CHARACTERS);
    }

    /** Without login there is no {@code auth0.secret}: the ids are good in this process only. */
    private List<CookieSecret> secrets(Auth0Config.@Nullable Login login) {
        return login == null ? List.of(CookieSecret.of(new RandomValues(random).next())) : login.secrets();
    }

    BackchannelAuthenticationService service() {
        return service;
    }

    @Override
    public void close() {
        authentications.close();
        scheduler.close();
    }
}
