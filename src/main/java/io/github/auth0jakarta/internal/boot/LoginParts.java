package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.login.CallbackRoute;
import io.github.auth0jakarta.internal.login.IdTokenValidator;
import io.github.auth0jakarta.internal.login.LoginCompletion;
import io.github.auth0jakarta.internal.login.LoginRoute;
import io.github.auth0jakarta.internal.login.LoginStart;
import io.github.auth0jakarta.internal.login.ProfileRoute;
import io.github.auth0jakarta.internal.login.SessionAuthentication;
import io.github.auth0jakarta.internal.login.TransactionCookies;
import io.github.auth0jakarta.internal.logout.BackchannelLogout;
import io.github.auth0jakarta.internal.logout.BackchannelLogoutRoute;
import io.github.auth0jakarta.internal.logout.LocalLogout;
import io.github.auth0jakarta.internal.logout.Logout;
import io.github.auth0jakarta.internal.logout.LogoutReturn;
import io.github.auth0jakarta.internal.logout.LogoutRoute;
import io.github.auth0jakarta.internal.logout.LogoutTokenValidator;
import io.github.auth0jakarta.internal.logout.ProviderLogout;
import io.github.auth0jakarta.internal.oauth.SignedUserInfo;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.session.ChunkedCookie;
import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.session.MemoryRevocationStore;
import io.github.auth0jakarta.internal.session.Revocations;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import io.github.auth0jakarta.internal.session.SessionCodec;
import io.github.auth0jakarta.internal.session.SessionCookies;
import io.github.auth0jakarta.internal.session.SessionLifetime;
import io.github.auth0jakarta.internal.session.StoredIdToken;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.RandomValues;
import io.github.auth0jakarta.internal.web.Route;
import io.github.auth0jakarta.spi.RevocationStore;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that logs callers in and out and keeps their sessions. */
final class LoginParts {
    /** The provider's clock may be off by this much; beyond it, its operator wants to know. */
    private static final Duration PROVIDER_SKEW = Duration.ofSeconds(60);

    private final Auth0Config.Provider providerConfig;
    private final Auth0Config.Login config;
    private final ProviderParts provider;
    private final SecureRandom random = RandomSource.secure();
    private final ApplicationAddress address;
    private final SessionCookies sessionCookies;
    private final SessionAuthentication sessions;
    private final TransactionCookies transactions;
    private final ClientParts client;
    private final TokenEndpoint tokenEndpoint;
    private final SessionAccessTokens accessTokens;
    private final LoginStart start;
    private final LoginCompletion completion;
    private final Revocations revocations;
    private final LogoutReturn logoutReturn;
    private final Logout logout;
    private final BackchannelLogout backchannelLogout;

    LoginParts(
            Auth0Config wholeConfig,
            Auth0Config.Login config,
            ProviderParts provider,
            LoginCompletion.CallerCheck callers) {
        this.providerConfig = wholeConfig.provider();
        this.config = config;
        this.provider = provider;
        this.address = new ApplicationAddress(config.baseUrls());
        this.sessionCookies = sessionCookies();
        this.sessions = new SessionAuthentication(sessionCookies, new StoredIdToken(provider.json()));
        this.transactions = transactionCookies();
        this.client = new ClientParts(providerConfig.issuer(), config, provider, random);
        this.tokenEndpoint = client.tokenEndpoint();
        this.accessTokens = new SessionAccessTokens(
                tokenEndpoint, config.audience(), config.tokenRefreshBuffer(), provider.clock());
        this.start = new LoginStart(
                config, address, provider.metadata(), transactions, new RandomValues(random), provider.clock());
        this.completion = new LoginCompletion(
                config,
                provider.metadata(),
                tokenEndpoint,
                idTokenValidator(),
                callers,
                sessionCookies,
                new RandomValues(random),
                provider.clock());
        this.revocations = revocations();
        this.logoutReturn =
                new LogoutReturn(config.logout().returnPath(), seal("logout"), navigationCookie(), provider.clock());
        this.logout = newLogout();
        this.backchannelLogout = newBackchannelLogout();
    }

    private static void fire(Object event) {
        CDI.current().getBeanManager().getEvent().fire(event);
    }

    private Revocations revocations() {
        return new Revocations(
                ApplicationBeans.oneOr(
                        RevocationStore.class,
                        new MemoryRevocationStore(MemoryRevocationStore.MAXIMUM, provider.clock())),
                providerConfig.issuer(),
                config.session().absoluteDuration(),
                provider.clock());
    }

    private Logout newLogout() {
        return new Logout(
                config,
                address,
                new LocalLogout(
                        providerConfig.issuer(),
                        sessionCookies,
                        transactions::clear,
                        revocations,
                        LoginParts::fire,
                        provider.clock()),
                new ProviderLogout(providerConfig, config, tokenEndpoint, provider.metadata()),
                logoutReturn,
                new RandomValues(random));
    }

    private BackchannelLogout newBackchannelLogout() {
        LogoutTokenValidator validator = new LogoutTokenValidator(
                provider.issuer(),
                config.clientId(),
                idTokenAlgorithms(),
                config.backchannelLogout(),
                provider.lifetime(PROVIDER_SKEW),
                provider.json());
        return new BackchannelLogout(
                providerConfig.issuer(),
                validator,
                revocations,
                (issuer, subject, sid, notIssuedAfter) -> {},
                LoginParts::fire,
                provider.clock());
    }

    private IdTokenValidator idTokenValidator() {
        return new IdTokenValidator(
                provider.issuer(),
                config.clientId(),
                idTokenAlgorithms(),
                provider.lifetime(PROVIDER_SKEW),
                provider.json());
    }

    private Set<SignatureAlgorithm> idTokenAlgorithms() {
        return config.idTokenAlgorithms().stream()
                .map(SignatureAlgorithm::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SignatureAlgorithm.class)));
    }

    private CookieSeal seal(String purpose) {
        String application = providerConfig.issuer() + " " + config.clientId();
        return new CookieSeal(config.secrets(), purpose, application, random);
    }

    private SessionCookies sessionCookies() {
        Auth0Config.Session session = config.session();
        Auth0Config.Cookie cookie = session.cookie();
        CookieAttributes attributes = new CookieAttributes(
                cookie.path(), cookie.domain(), cookie.secure(), cookie.sameSite(), !cookie.temporary());
        return new SessionCookies(
                new ChunkedCookie(cookie.name(), attributes),
                seal("session"),
                new SessionCodec(provider.json()),
                new SessionLifetime(session.rolling(), session.absoluteDuration(), session.inactivityDuration()),
                provider.clock());
    }

    /** Lax, because the answer is a navigation that another site began; never for other hosts. */
    private CookieAttributes navigationCookie() {
        Auth0Config.Cookie cookie = config.session().cookie();
        return new CookieAttributes(cookie.path(), null, cookie.secure(), SameSite.LAX, true);
    }

    private TransactionCookies transactionCookies() {
        return new TransactionCookies(
                seal("transaction"),
                navigationCookie(),
                provider.json(),
                config.transaction().duration(),
                config.transaction().maximum());
    }

    LoginStart start() {
        return start;
    }

    SessionAuthentication sessions() {
        return sessions;
    }

    Logout logout() {
        return logout;
    }

    BackchannelLogout backchannelLogout() {
        return backchannelLogout;
    }

    SessionAccessTokens accessTokens() {
        return accessTokens;
    }

    /** Returns the route that sends a browser on which comes back from the provider's logout, null for any other request. */
    @Nullable
    Route logoutReturn(HttpServletRequest request) {
        return logoutReturn.routeFor(request);
    }

    Auth0Client client() {
        return client.userInfo(new SignedUserInfo(
                provider.issuer(),
                config.clientId(),
                idTokenAlgorithms(),
                provider.lifetime(PROVIDER_SKEW),
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
        put(routes, paths.logout(), new LogoutRoute(logout));
        put(routes, paths.backchannelLogout(), new BackchannelLogoutRoute(backchannelLogout));
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
    }
}
