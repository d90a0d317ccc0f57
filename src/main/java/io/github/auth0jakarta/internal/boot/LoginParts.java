package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.login.CallbackRoute;
import io.github.auth0jakarta.internal.login.IdTokenValidator;
import io.github.auth0jakarta.internal.login.LoginCompletion;
import io.github.auth0jakarta.internal.login.LoginRoute;
import io.github.auth0jakarta.internal.login.LoginStart;
import io.github.auth0jakarta.internal.login.ProfileRoute;
import io.github.auth0jakarta.internal.login.RefreshedIdToken;
import io.github.auth0jakarta.internal.login.SessionAuthentication;
import io.github.auth0jakarta.internal.login.TransactionCookies;
import io.github.auth0jakarta.internal.logout.BackchannelLogoutRoute;
import io.github.auth0jakarta.internal.logout.LogoutRoute;
import io.github.auth0jakarta.internal.oauth.SignedUserInfo;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import io.github.auth0jakarta.internal.session.SessionCustomization;
import io.github.auth0jakarta.internal.session.SessionRefresh;
import io.github.auth0jakarta.internal.session.StoredIdToken;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.RandomValues;
import io.github.auth0jakarta.internal.web.Route;
import io.github.auth0jakarta.spi.SessionCustomizer;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that logs callers in and gets their tokens. */
final class LoginParts {
    private final Auth0Config.Login config;
    private final ProviderParts provider;
    private final SessionParts sessionParts;
    private final ClientParts client;
    private final ApplicationAddress address;
    private final SessionAuthentication sessions;
    private final TransactionCookies transactions;
    private final SessionAccessTokens accessTokens;
    private final LoginStart start;
    private final LoginCompletion completion;
    private final LogoutParts logout;

    LoginParts(
            Auth0Config wholeConfig,
            Auth0Config.Login config,
            ProviderParts provider,
            LoginCompletion.CallerCheck callers) {
        String issuer = wholeConfig.provider().issuer();
        SecureRandom random = RandomSource.secure();
        RandomValues randomValues = new RandomValues(random);
        this.config = config;
        this.provider = provider;
        this.address = new ApplicationAddress(config.baseUrls());
        this.sessionParts = new SessionParts(issuer, config, provider, random);
        this.client = new ClientParts(issuer, config, provider, random);
        Supplier<SessionCustomizer> customizer =
                ApplicationBeans.oneOr(SessionCustomizer.class, new SessionCustomizer() {});
        StoredIdToken storedIdTokens = new StoredIdToken(provider.json());
        this.sessions = new SessionAuthentication(
                sessionParts.sessions(),
                storedIdTokens,
                request -> customizer.get().isUse(request));
        this.transactions = transactionCookies();
        IdTokenValidator idTokens = idTokenValidator();
        this.accessTokens = new SessionAccessTokens(
                new SessionRefresh(
                        client.tokenEndpoint(),
                        new RefreshedIdToken(idTokens, storedIdTokens, callers, new SessionCustomization(customizer)),
                        provider.clock()),
                new SessionAccessTokens.Audiences(config.audience(), config.audienceScopes()),
                config.tokenRefreshBuffer(),
                issuer,
                new ApplicationEvents(),
                provider.clock());
        this.start = new LoginStart(config, address, provider.metadata(), transactions, randomValues, provider.clock());
        this.completion = new LoginCompletion(
                config,
                provider.metadata(),
                client.tokenEndpoint(),
                idTokens,
                callers,
                sessionParts.sessions(),
                randomValues,
                provider.clock());
        this.logout = new LogoutParts(
                wholeConfig.provider(), config, sessionParts, transactions, client, provider, randomValues);
    }

    private IdTokenValidator idTokenValidator() {
        return new IdTokenValidator(
                provider.issuer(),
                config.clientId(),
                client.idTokenAlgorithms(),
                provider.lifetime(ProviderParts.SKEW),
                provider.json());
    }

    private TransactionCookies transactionCookies() {
        return new TransactionCookies(
                sessionParts.seal("transaction"),
                sessionParts.navigationCookie(),
                provider.json(),
                config.transaction().duration(),
                config.transaction().maximum());
    }

    boolean needsSessionStoreBean() {
        return config.session().store() == Auth0Config.Session.Store.BEAN;
    }

    LoginStart start() {
        return start;
    }

    SessionAuthentication sessions() {
        return sessions;
    }

    LogoutParts logout() {
        return logout;
    }

    SessionAccessTokens accessTokens() {
        return accessTokens;
    }

    Auth0Client client() {
        return client.userInfo(new SignedUserInfo(
                provider.issuer(),
                config.clientId(),
                client.idTokenAlgorithms(),
                provider.lifetime(ProviderParts.SKEW),
                provider.json()));
    }

    /** Returns the routes that are switched on, by path. */
    Map<String, Route> routes() {
        Auth0Config.Routes paths = config.routes();
        Map<String, Route> routes = new HashMap<>();
        put(routes, paths.login(), Route.onlyGet(new LoginRoute(start)));
        put(
                routes,
                paths.callback(),
                Route.onlyGet(new CallbackRoute(
                        transactions,
                        config.transaction().duration(),
                        completion,
                        address,
                        paths.login(),
                        provider.clock())));
        put(routes, paths.logout(), new LogoutRoute(logout.logout()));
        put(routes, paths.backchannelLogout(), new BackchannelLogoutRoute(logout.backchannelLogout()));
        put(routes, paths.profile(), new ProfileRoute(sessions, provider.json()));
        return routes;
    }

    private static void put(Map<String, Route> routes, @Nullable String path, Route route) {
        if (path != null) {
            routes.put(path, route);
        }
    }

    void dropCaches() {
        accessTokens.dropCache();
        sessionParts.dropCaches();
    }
}
