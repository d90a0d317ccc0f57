package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.login.CallbackAnswers;
import io.github.auth0jakarta.internal.login.CallbackRoute;
import io.github.auth0jakarta.internal.login.IdTokenValidator;
import io.github.auth0jakarta.internal.login.LoginCompletion;
import io.github.auth0jakarta.internal.login.LoginExtensions;
import io.github.auth0jakarta.internal.login.LoginLoopBreaker;
import io.github.auth0jakarta.internal.login.LoginRoute;
import io.github.auth0jakarta.internal.login.LoginSessions;
import io.github.auth0jakarta.internal.login.LoginStart;
import io.github.auth0jakarta.internal.login.ProfileRoute;
import io.github.auth0jakarta.internal.login.SessionAuthentication;
import io.github.auth0jakarta.internal.login.SilentLogin;
import io.github.auth0jakarta.internal.login.TransactionCookies;
import io.github.auth0jakarta.internal.logout.LogoutRoute;
import io.github.auth0jakarta.internal.oauth.ClientSecretPost;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.session.ChunkedCookie;
import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import io.github.auth0jakarta.internal.session.SessionCodec;
import io.github.auth0jakarta.internal.session.SessionCookies;
import io.github.auth0jakarta.internal.session.SessionLifetime;
import io.github.auth0jakarta.internal.session.StoredIdToken;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.RandomValues;
import io.github.auth0jakarta.internal.web.Route;
import io.github.auth0jakarta.spi.CallbackHandler;
import io.github.auth0jakarta.spi.LoginCustomizer;
import java.net.URI;
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
    private static final Duration ID_TOKEN_SKEW = Duration.ofSeconds(60);

    private final Auth0Config.Provider providerConfig;
    private final Auth0Config.Login config;
    private final ProviderParts provider;
    private final SecureRandom random = RandomSource.secure();
    private final ApplicationAddress address;
    private final SessionCookies sessionCookies;
    private final SessionAuthentication sessions;
    private final TransactionCookies transactions;
    private final TokenEndpoint tokenEndpoint;
    private final SessionAccessTokens accessTokens;
    private final LoginExtensions extensions = new LoginExtensions(
            ApplicationBeans.oneOr(LoginCustomizer.class, (options, request) -> options),
            ApplicationBeans.oneOr(CallbackHandler.class, new CallbackHandler() {}),
            ApplicationBeans.events());
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
        this.sessionCookies = sessionCookies();
        this.sessions = new SessionAuthentication(sessionCookies, new StoredIdToken(provider.json()));
        this.transactions = transactionCookies();
        this.tokenEndpoint =
                new TokenEndpoint(provider.metadata(), provider.transport(), provider.answers(), clientSecretPost());
        this.accessTokens = new SessionAccessTokens(
                tokenEndpoint, config.audience(), config.tokenRefreshBuffer(), provider.clock());
        this.start = loginStart();
        this.completion = loginCompletion(callers);
    }

    private LoginStart loginStart() {
        return new LoginStart(
                config,
                address,
                this::authorizationAddress,
                transactions,
                new LoginLoopBreaker(cookieAttributes(SameSite.LAX, true), provider.clock()),
                extensions,
                new RandomValues(random),
                provider.clock());
    }

    private String authorizationAddress(FormBody parameters) {
        URI endpoint = provider.metadata().get().authorizationEndpoint();
        String client = new FormBody().add("client_id", config.clientId()).encoded();
        return endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + client + "&" + parameters.encoded();
    }

    private LoginCompletion loginCompletion(LoginCompletion.CallerCheck callers) {
        return new LoginCompletion(
                config,
                address,
                provider.metadata(),
                tokenEndpoint,
                idTokenValidator(),
                callers,
                new LoginSessions(
                        providerConfig.issuer(),
                        sessionCookies,
                        new RandomValues(random),
                        extensions.events(),
                        provider.clock()),
                extensions,
                provider.clock());
    }

    private ClientSecretPost clientSecretPost() {
        if (config.clientAuthentication() instanceof Auth0Config.ClientAuthentication.Secret secret) {
            return new ClientSecretPost(config.clientId(), secret.secret());
        }
        throw new IllegalStateException("only client_secret_post");
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

    /**
     * Lax, because the answer is a navigation that another site began; a POST that another site began brings cookies only
     * where they are None, which has to be Secure.
     */
    private TransactionCookies transactionCookies() {
        boolean posted = isFormPost() && config.session().cookie().secure();
        return new TransactionCookies(
                seal("transaction"),
                cookieAttributes(posted ? SameSite.NONE : SameSite.LAX, true),
                provider.json(),
                config.transaction().duration(),
                config.transaction().maximum());
    }

    private boolean isFormPost() {
        return config.requests().responseMode() == Auth0Config.Requests.ResponseMode.FORM_POST;
    }

    /** Of the cookies around a login, which are never for other hosts. */
    private CookieAttributes cookieAttributes(SameSite sameSite, boolean persistent) {
        Auth0Config.Cookie cookie = config.session().cookie();
        return new CookieAttributes(cookie.path(), null, cookie.secure(), sameSite, persistent);
    }

    /** Returns what looks anonymous browsers up, null where that is not wanted. */
    @Nullable
    SilentLogin silentLogin() {
        if (!config.requests().silent()) {
            return null;
        }
        Auth0Config.Cookie cookie = config.session().cookie();
        CookieAttributes session = new CookieAttributes(
                cookie.path(), cookie.domain(), cookie.secure(), cookie.sameSite(), !cookie.temporary());
        return new SilentLogin(start, cookieAttributes(SameSite.LAX, false), session.nameOf(cookie.name()));
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

    /** Returns the routes that are switched on, by path. */
    Map<String, Route> routes() {
        Auth0Config.Routes paths = config.routes();
        Map<String, Route> routes = new HashMap<>();
        put(routes, paths.login(), Route.onlyGet(new LoginRoute(start, providerConfig.issuer(), config.requests())));
        put(routes, paths.callback(), isFormPost() ? Route.onlyPost(callback()) : Route.onlyGet(callback()));
        put(
                routes,
                paths.logout(),
                new LogoutRoute(
                        providerConfig,
                        config,
                        address,
                        sessionCookies,
                        transactions::clear,
                        tokenEndpoint,
                        provider.metadata()));
        put(routes, paths.profile(), new ProfileRoute(sessions, provider.json()));
        return routes;
    }

    private Route callback() {
        return new CallbackRoute(
                transactions,
                config.transaction().duration(),
                completion,
                new CallbackAnswers(
                        config, address, sessionCookies, extensions, new RandomValues(random), provider.clock()),
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
    }
}
