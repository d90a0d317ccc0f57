package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.login.AccessTokenRoute;
import io.github.auth0jakarta.internal.login.CallbackRoute;
import io.github.auth0jakarta.internal.login.IdTokenValidator;
import io.github.auth0jakarta.internal.login.LoginCompletion;
import io.github.auth0jakarta.internal.login.LoginRoute;
import io.github.auth0jakarta.internal.login.LoginStart;
import io.github.auth0jakarta.internal.login.ProfileRoute;
import io.github.auth0jakarta.internal.login.RandomValues;
import io.github.auth0jakarta.internal.login.RefreshedIdToken;
import io.github.auth0jakarta.internal.login.SessionAuthentication;
import io.github.auth0jakarta.internal.login.TransactionCookies;
import io.github.auth0jakarta.internal.logout.LogoutRoute;
import io.github.auth0jakarta.internal.oauth.SignedUserInfo;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.session.ChunkedCookie;
import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.session.MemoryRevocationStore;
import io.github.auth0jakarta.internal.session.MemorySessionStore;
import io.github.auth0jakarta.internal.session.RecentSessions;
import io.github.auth0jakarta.internal.session.Revocations;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import io.github.auth0jakarta.internal.session.SessionCodec;
import io.github.auth0jakarta.internal.session.SessionCookies;
import io.github.auth0jakarta.internal.session.SessionCustomization;
import io.github.auth0jakarta.internal.session.SessionLifetime;
import io.github.auth0jakarta.internal.session.SessionRefresh;
import io.github.auth0jakarta.internal.session.SessionRules;
import io.github.auth0jakarta.internal.session.Sessions;
import io.github.auth0jakarta.internal.session.StoredIdToken;
import io.github.auth0jakarta.internal.session.StoredSessions;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.Route;
import io.github.auth0jakarta.spi.RevocationStore;
import io.github.auth0jakarta.spi.SessionCustomizer;
import io.github.auth0jakarta.spi.SessionStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that logs callers in and out and keeps their sessions. */
final class LoginParts {
    /** The provider's clock may be off by this much; beyond it, its operator wants to know. */
    private static final Duration ID_TOKEN_SKEW = Duration.ofSeconds(60);

    private final Auth0Config.Provider providerConfig;
    private final Auth0Config.Login config;
    private final ProviderParts provider;
    private final SecureRandom random = RandomSource.secure();
    private final ApplicationAddress address;
    private final RecentSessions recentSessions;
    private final Revocations revocations;
    private final Sessions sessionStore;
    private final SessionAuthentication sessions;
    private final TransactionCookies transactions;
    private final ClientParts client;
    private final TokenEndpoint tokenEndpoint;
    private final SessionAccessTokens accessTokens;
    private final LoginStart start;
    private final LoginCompletion completion;

    LoginParts(
            Auth0Config wholeConfig,
            Auth0Config.Login config,
            ProviderParts provider,
            LoginCompletion.CallerCheck callers) {
        this.providerConfig = wholeConfig.provider();
        this.config = config;
        this.provider = provider;
        this.address = new ApplicationAddress(config.baseUrls());
        this.recentSessions = new RecentSessions(provider.clock());
        this.revocations = revocations();
        this.sessionStore = sessionStore();
        Supplier<SessionCustomizer> customizer =
                ApplicationBeans.oneOr(SessionCustomizer.class, new SessionCustomizer() {});
        StoredIdToken storedIdTokens = new StoredIdToken(provider.json());
        this.sessions = new SessionAuthentication(
                sessionStore, storedIdTokens, request -> customizer.get().isUse(request));
        this.transactions = transactionCookies();
        this.client = new ClientParts(providerConfig.issuer(), config, provider, random);
        this.tokenEndpoint = client.tokenEndpoint();
        IdTokenValidator idTokens = idTokenValidator();
        this.accessTokens = new SessionAccessTokens(
                new SessionRefresh(
                        tokenEndpoint,
                        new RefreshedIdToken(idTokens, storedIdTokens, callers, new SessionCustomization(customizer)),
                        provider.clock()),
                new SessionAccessTokens.Audiences(config.audience(), config.audienceScopes()),
                config.tokenRefreshBuffer(),
                providerConfig.issuer(),
                new ApplicationEvents(),
                provider.clock());
        this.start = new LoginStart(
                config, address, provider.metadata(), transactions, new RandomValues(random), provider.clock());
        this.completion = new LoginCompletion(
                config,
                provider.metadata(),
                tokenEndpoint,
                idTokens,
                callers,
                sessionStore,
                new RandomValues(random),
                provider.clock());
    }

    private IdTokenValidator idTokenValidator() {
        return new IdTokenValidator(
                provider.issuer(),
                config.clientId(),
                idTokenAlgorithms(),
                provider.lifetime(ID_TOKEN_SKEW),
                provider.json());
    }

    private Set<SignatureAlgorithm> idTokenAlgorithms() {
        return config.idTokenAlgorithms().stream()
                .map(SignatureAlgorithm::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SignatureAlgorithm.class)));
    }

    private CookieSeal seal(String purpose) {
        return new CookieSeal(config.secrets(), purpose, application(), random);
    }

    /** Tells it from others with the same secret. */
    private String application() {
        return providerConfig.issuer() + " " + config.clientId();
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

    private Sessions sessionStore() {
        Auth0Config.Session session = config.session();
        SessionCodec codec = new SessionCodec(provider.json());
        SessionLifetime lifetime =
                new SessionLifetime(session.rolling(), session.absoluteDuration(), session.inactivityDuration());
        SessionRules rules = new SessionRules(lifetime, revocations, provider.clock());
        if (session.store() == Auth0Config.Session.Store.COOKIE) {
            return new SessionCookies(sessionCookie(), seal("session"), codec, rules, recentSessions);
        }
        return new StoredSessions(
                sessionCookie(),
                seal("session id"),
                new CookieSeal(
                        config.secrets(), "stored session", application(), random, StoredSessions.MAX_CHARACTERS),
                codec,
                rules,
                store(session),
                providerConfig.issuer());
    }

    private Supplier<SessionStore> store(Auth0Config.Session session) {
        if (session.store() == Auth0Config.Session.Store.BEAN) {
            return ApplicationBeans.one(SessionStore.class);
        }
        SessionStore memory = new MemorySessionStore(session.memoryMaximum(), provider.clock());
        return () -> memory;
    }

    boolean needsSessionStoreBean() {
        return config.session().store() == Auth0Config.Session.Store.BEAN;
    }

    private ChunkedCookie sessionCookie() {
        Auth0Config.Cookie cookie = config.session().cookie();
        return new ChunkedCookie(
                cookie.name(),
                new CookieAttributes(
                        cookie.path(), cookie.domain(), cookie.secure(), cookie.sameSite(), !cookie.temporary()));
    }

    /** Lax, because the answer is a navigation that another site began; never for other hosts. */
    private TransactionCookies transactionCookies() {
        Auth0Config.Cookie cookie = config.session().cookie();
        CookieAttributes attributes = new CookieAttributes(cookie.path(), null, cookie.secure(), SameSite.LAX, true);
        return new TransactionCookies(
                seal("transaction"),
                attributes,
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

    SessionAccessTokens accessTokens() {
        return accessTokens;
    }

    Auth0Client client() {
        return client.userInfo(new SignedUserInfo(
                provider.issuer(),
                config.clientId(),
                idTokenAlgorithms(),
                provider.lifetime(ID_TOKEN_SKEW),
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
        put(
                routes,
                paths.logout(),
                new LogoutRoute(
                        providerConfig,
                        config,
                        address,
                        sessionStore,
                        transactions::clear,
                        tokenEndpoint,
                        provider.metadata()));
        put(routes, paths.profile(), new ProfileRoute(sessions, provider.json(), config.profileNoContent()));
        put(
                routes,
                paths.accessToken(),
                new AccessTokenRoute(sessions, accessTokens, address, provider.json(), provider.clock()));
        return routes;
    }

    private static void put(Map<String, Route> routes, @Nullable String path, Route route) {
        if (path != null) {
            routes.put(path, route);
        }
    }

    void dropCaches() {
        accessTokens.dropCache();
        recentSessions.clear();
    }
}
