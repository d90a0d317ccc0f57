package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.internal.connect.ConnectionTokens;
import io.github.auth0jakarta.internal.login.AccessTokenRoute;
import io.github.auth0jakarta.internal.login.AccountConnections;
import io.github.auth0jakarta.internal.login.CallbackAnswers;
import io.github.auth0jakarta.internal.login.CallbackRoute;
import io.github.auth0jakarta.internal.login.ConnectRoute;
import io.github.auth0jakarta.internal.login.DirectLogin;
import io.github.auth0jakarta.internal.login.LoginCompletion;
import io.github.auth0jakarta.internal.login.LoginExtensions;
import io.github.auth0jakarta.internal.login.LoginLoopBreaker;
import io.github.auth0jakarta.internal.login.LoginRoute;
import io.github.auth0jakarta.internal.login.LoginSessions;
import io.github.auth0jakarta.internal.login.LoginStart;
import io.github.auth0jakarta.internal.login.ProfileRoute;
import io.github.auth0jakarta.internal.login.RefreshedIdToken;
import io.github.auth0jakarta.internal.login.SessionAuthentication;
import io.github.auth0jakarta.internal.login.SilentLogin;
import io.github.auth0jakarta.internal.login.TransactionCookies;
import io.github.auth0jakarta.internal.logout.BackchannelLogoutRoute;
import io.github.auth0jakarta.internal.logout.LogoutRoute;
import io.github.auth0jakarta.internal.oauth.AuthorizationEndpoint;
import io.github.auth0jakarta.internal.oauth.IdTokenValidator;
import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import io.github.auth0jakarta.internal.session.SessionCustomization;
import io.github.auth0jakarta.internal.session.SessionRefresh;
import io.github.auth0jakarta.internal.session.StoredIdToken;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.OwnScript;
import io.github.auth0jakarta.internal.web.RandomValues;
import io.github.auth0jakarta.internal.web.Route;
import io.github.auth0jakarta.spi.CallbackHandler;
import io.github.auth0jakarta.spi.LoginCustomizer;
import io.github.auth0jakarta.spi.SessionCustomizer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that logs callers in and gets their tokens. */
final class LoginParts {
    private final String issuer;
    private final Auth0Config.Login config;
    private final ProviderParts provider;
    private final RandomValues random;
    private final SessionParts sessionParts;
    private final ClientParts client;
    private final ApplicationAddress address;
    private final SessionAuthentication sessions;
    private final TransactionCookies transactions;
    private final SessionCustomization customization;
    private final SessionAccessTokens accessTokens;
    private final LoginExtensions extensions = new LoginExtensions(
            ApplicationBeans.oneOr(LoginCustomizer.class, (options, request) -> options),
            ApplicationBeans.oneOr(CallbackHandler.class, new CallbackHandler() {}),
            new ApplicationEvents());
    private final LoginLoopBreaker breaker;
    private final LoginSessions loginSessions;
    private final DirectLogin directLogin;
    private final LoginStart start;
    private final LoginCompletion completion;
    private final LogoutParts logout;
    private final ConnectParts connect;
    private final AccountConnections connections;

    LoginParts(
            Auth0Config wholeConfig,
            Auth0Config.Login config,
            ProviderParts provider,
            ClientParts client,
            LoginCompletion.CallerCheck callers,
            ConnectionTokens connectionTokens) {
        SecureRandom secureRandom = RandomSource.secure();
        this.issuer = wholeConfig.provider().issuer();
        this.config = config;
        this.provider = provider;
        this.random = new RandomValues(secureRandom);
        this.address = new ApplicationAddress(config.baseUrls());
        this.sessionParts = new SessionParts(issuer, config, provider, secureRandom);
        this.client = client;
        Supplier<SessionCustomizer> customizer =
                ApplicationBeans.oneOr(SessionCustomizer.class, new SessionCustomizer() {});
        this.customization = new SessionCustomization(customizer);
        StoredIdToken storedIdTokens = new StoredIdToken(provider.json());
        this.sessions = new SessionAuthentication(
                sessionParts.sessions(),
                storedIdTokens,
                request -> customizer.get().isUse(request));
        this.transactions = transactionCookies();
        IdTokenValidator idTokens = client.idTokenValidator();
        this.accessTokens = new SessionAccessTokens(
                new SessionRefresh(
                        client.tokenEndpoint(),
                        new RefreshedIdToken(idTokens, storedIdTokens, callers, customization),
                        provider.clock()),
                new SessionAccessTokens.Audiences(config.audience(), config.audienceScopes()),
                config.client().tokenRefreshBuffer(),
                issuer,
                new ApplicationEvents(),
                provider.clock());
        this.breaker = new LoginLoopBreaker(sessionParts.navigationCookie(), provider.clock());
        this.loginSessions = new LoginSessions(
                issuer, sessionParts.sessions(), customization, random, extensions.events(), provider.clock());
        this.directLogin = new DirectLogin(
                issuer,
                config.requests().organization(),
                idTokens,
                callers,
                loginSessions,
                extensions,
                provider.clock());
        this.start = loginStart();
        this.completion = loginCompletion(idTokens, callers);
        this.connect = new ConnectParts(issuer, provider, client, accessTokens, connectionTokens);
        this.connections = new AccountConnections(
                config, address, connect.accounts(), sessions, transactions, extensions, random, provider.clock());
        this.logout = new LogoutParts(
                wholeConfig.provider(), config, sessionParts, this::clearLogins, client, provider, random);
    }

    /** What a logout deletes of logins that have begun. */
    private List<String> clearLogins(RequestCookies cookies) {
        List<String> headers = new ArrayList<>(transactions.clear(cookies));
        headers.addAll(breaker.clear(cookies));
        return headers;
    }

    private LoginStart loginStart() {
        AuthorizationEndpoint endpoint =
                client.authorizationEndpoint(config.requests().pushed());
        return new LoginStart(
                config, address, endpoint::address, transactions, breaker, extensions, random, provider.clock());
    }

    private LoginCompletion loginCompletion(IdTokenValidator idTokens, LoginCompletion.CallerCheck callers) {
        return new LoginCompletion(
                config,
                address,
                provider.metadata(),
                client.tokenEndpoint(),
                idTokens,
                callers,
                loginSessions,
                extensions,
                provider.clock());
    }

    /** A POST that another site began brings cookies only where they are None, which has to be Secure. */
    private TransactionCookies transactionCookies() {
        boolean posted = isFormPost() && config.session().cookie().secure();
        return new TransactionCookies(
                sessionParts.seal("transaction"),
                sessionParts.navigationCookie(posted ? SameSite.NONE : SameSite.LAX, true),
                provider.json(),
                config.transaction().duration(),
                config.transaction().maximum());
    }

    private boolean isFormPost() {
        return config.requests().responseMode() == Auth0Config.Requests.ResponseMode.FORM_POST;
    }

    boolean needsSessionStoreBean() {
        return config.session().store() == Auth0Config.Session.Store.BEAN;
    }

    /** Returns what looks anonymous browsers up, null where that is not wanted. */
    @Nullable
    SilentLogin silentLogin() {
        return config.requests().silent()
                ? new SilentLogin(
                        start, sessionParts.navigationCookie(SameSite.LAX, false), sessionParts.sessionCookieName())
                : null;
    }

    LoginStart start() {
        return start;
    }

    /** Returns what begins sessions with tokens that did not come by the code flow. */
    DirectLogin directLogin() {
        return directLogin;
    }

    /** Returns the attributes of a cookie that tells a browser without a session from others. */
    CookieAttributes browserCookie() {
        return sessionParts.navigationCookie(SameSite.LAX, false);
    }

    ConnectParts connect() {
        return connect;
    }

    /** Returns what connects accounts by way of the browser. */
    AccountConnections connections() {
        return connections;
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

    /** Returns the routes that are switched on, by path. */
    Map<String, Route> routes() {
        Auth0Config.Routes paths = config.routes();
        Map<String, Route> routes = new HashMap<>();
        put(routes, paths.login(), Route.onlyGet(new LoginRoute(start, issuer, config.requests())));
        put(routes, paths.callback(), callbackRoute());
        put(routes, paths.logout(), new LogoutRoute(logout.logout()));
        put(routes, paths.backchannelLogout(), new BackchannelLogoutRoute(logout.backchannelLogout()));
        put(routes, paths.profile(), new ProfileRoute(sessions, provider.json(), config.profileNoContent()));
        put(
                routes,
                paths.accessToken(),
                new AccessTokenRoute(
                        sessions, accessTokens, new OwnScript(address), provider.json(), provider.clock()));
        put(routes, paths.connect(), Route.onlyGet(new ConnectRoute(connections, config.connectParameters())));
        return routes;
    }

    /** Logins are answered as it is configured, connections always by a redirect. */
    private Route callbackRoute() {
        Route callback = callback();
        Route byGet = Route.onlyGet(callback);
        Route byPost = Route.onlyPost(callback);
        return isFormPost()
                ? (request, response) ->
                        (AccountConnections.isAnswer(request) ? byGet : byPost).handle(request, response)
                : byGet;
    }

    private Route callback() {
        return new CallbackRoute(
                transactions,
                config.transaction().duration(),
                completion,
                connections,
                new CallbackAnswers(config, address, sessionParts.sessions(), extensions, random, provider.clock()),
                breaker,
                extensions,
                provider.clock());
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
