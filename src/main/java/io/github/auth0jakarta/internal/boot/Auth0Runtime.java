package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessTokenVerifier;
import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.BackchannelAuthenticationService;
import io.github.auth0jakarta.BackchannelLogoutResource;
import io.github.auth0jakarta.ConnectedAccountService;
import io.github.auth0jakarta.DatabaseConnectionService;
import io.github.auth0jakarta.LogoutService;
import io.github.auth0jakarta.MfaService;
import io.github.auth0jakarta.PasskeyService;
import io.github.auth0jakarta.PasswordlessService;
import io.github.auth0jakarta.TokenExchangeService;
import io.github.auth0jakarta.client.OutgoingTokens;
import io.github.auth0jakarta.internal.api.AccessTokenAuthentication;
import io.github.auth0jakarta.internal.api.AccessTokenStore;
import io.github.auth0jakarta.internal.api.Challenges;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.caller.CallerMapping;
import io.github.auth0jakarta.internal.caller.Principals;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.exchange.OnBehalfOf;
import io.github.auth0jakarta.internal.login.LoginStart;
import io.github.auth0jakarta.internal.login.SilentLogin;
import io.github.auth0jakarta.internal.mfa.MfaTokens;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import io.github.auth0jakarta.internal.web.Route;
import io.github.auth0jakarta.spi.GroupsMapper;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The library's object graph in one application, made once of its configuration. */
public final class Auth0Runtime implements AutoCloseable {
    private static final String NO_LOGIN =
            "there is no login: auth0.client-id is missing, or auth0.login.enabled is off";

    private static final String NO_CLIENT = "the application is no client of the provider: auth0.client-id is missing";

    private final boolean mechanismActive;
    private final Principals principals = new Principals();
    private final ProviderParts provider;
    private final DpopParts dpop;
    private final @Nullable ApiParts api;
    private final @Nullable ClientParts client;
    private final @Nullable LoginParts login;
    private final @Nullable MfaParts mfa;
    private final @Nullable PasswordlessParts passwordless;
    private final DefaultChallenger challenger;
    private final ResourceParts resource;
    private final OutgoingParts outgoing;
    private final @Nullable ExchangeParts exchange;
    private final OpenParts open;
    private final @Nullable ProtocolParts protocol;
    private final @Nullable CibaParts ciba;
    private final Routes routes;
    private final @Nullable SilentLogin silentLogin;

    /**
     * @param mechanismActive false where the application authenticates its callers itself
     */
    Auth0Runtime(Auth0Config config, boolean mechanismActive) {
        this.mechanismActive = mechanismActive;
        this.provider = new ProviderParts(config);
        StartupReport.log(provider.signatures());
        CallerMapping mapping = CallerMapping.of(
                config.caller().nameClaims(),
                config.caller().groupsClaims(),
                ApplicationBeans.oneOr(GroupsMapper.class, CallerMapping.AS_CONFIGURED));
        this.resource = new ResourceParts(config, provider);
        this.dpop = new DpopParts(config.api(), provider, resource::url, Auth0Runtime::identityStores, principals);
        this.api = config.api() == null ? null : new ApiParts(config.api(), provider, dpop, mapping, principals);
        SecureRandom random = RandomSource.secure();
        MfaTokens mfaTokens = config.login() == null
                ? null
                : MfaParts.tokens(config.provider().issuer(), config.login(), provider, random);
        this.client = config.client() == null
                ? null
                : new ClientParts(config.provider().issuer(), config.client(), provider, random, mfaTokens);
        this.login = config.login() == null || client == null
                ? null
                : new LoginParts(
                        config, config.login(), provider, client, callers(mapping), this::forgetConnectionTokens);
        this.mfa = config.login() == null || client == null || login == null || mfaTokens == null
                ? null
                : new MfaParts(config.provider().base(), config.login(), provider, client, login, mfaTokens);
        this.passwordless = client == null
                ? null
                : new PasswordlessParts(config.provider().issuer(), config.login(), provider, client, login);
        this.outgoing = new OutgoingParts(config, client, login, provider);
        this.exchange = exchange(config);
        this.open = new OpenParts(
                provider.metadata(),
                client == null ? provider.userInfo() : client.userInfo(),
                provider.federatedDomains(config.provider().issuer()));
        this.protocol = config.client() == null || client == null
                ? null
                : new ProtocolParts(config, config.client(), client, provider);
        this.ciba = client == null ? null : new CibaParts(config, provider, client, login);
        this.routes = new Routes(allRoutes(), this::conditionalRoute);
        this.challenger = new DefaultChallenger(login == null ? null : login.start(), dpop.challenges());
        this.silentLogin = login == null ? null : login.silentLogin();
    }

    private @Nullable ExchangeParts exchange(Auth0Config config) {
        OnBehalfOf onBehalfOf = outgoing.onBehalfOf();
        return config.client() == null || client == null || onBehalfOf == null
                ? null
                : new ExchangeParts(config, config.client(), client, login, onBehalfOf, provider);
    }

    private Map<String, Route> allRoutes() {
        Map<String, Route> all = new HashMap<>();
        if (login != null) {
            all.putAll(login.routes());
        }
        if (mfa != null) {
            all.putAll(mfa.routes());
        }
        return all;
    }

    private @Nullable Route conditionalRoute(HttpServletRequest request) {
        Route metadata = resource.find(request);
        return metadata != null || login == null ? metadata : login.logout().logoutReturn(request);
    }

    private LoginCallers callers(CallerMapping mapping) {
        return new LoginCallers(mapping, principals, accessTokenStore(), Auth0Runtime::identityStores);
    }

    private static IdentityStoreHandler identityStores() {
        return CDI.current().select(IdentityStoreHandler.class).get();
    }

    /** Returns whether it authenticates callers; else an application's own mechanism does. */
    boolean isMechanismActive() {
        return mechanismActive;
    }

    Routes routes() {
        return routes;
    }

    /** Returns what begins logins, null where there is none. */
    @Nullable
    LoginStart loginStart() {
        return login == null ? null : login.start();
    }

    /** Returns what looks anonymous browsers up, null where that is not wanted. */
    @Nullable
    SilentLogin silentLogin() {
        return silentLogin;
    }

    AccessTokenAuthentication accessTokenAuthentication() {
        return dpop.authentication();
    }

    Challenges challenges() {
        return dpop.challenges();
    }

    DefaultChallenger challenger() {
        return challenger;
    }

    Principals principals() {
        return principals;
    }

    /** Returns what verifies access tokens, null where the application takes none. */
    @Nullable
    AccessTokenStore accessTokenStore() {
        return api == null ? null : api.store();
    }

    AccessTokenVerifier accessTokenVerifier() {
        return api == null ? new SwitchedOffVerifier() : api.verifier();
    }

    /** Returns whether sessions are kept by a bean of the application. */
    boolean needsSessionStoreBean() {
        return login != null && login.needsSessionStoreBean();
    }

    /** Returns the access tokens of sessions, null where there is no login. */
    @Nullable
    SessionAccessTokens accessTokens() {
        return login == null ? null : login.accessTokens();
    }

    OutgoingTokens outgoingTokens() {
        return outgoing.tokens();
    }

    TokenExchangeService tokenExchange() {
        return exchange == null ? SwitchedOff.service(TokenExchangeService.class, NO_CLIENT) : exchange.service();
    }

    Auth0Client client() {
        return new ProtocolClient(open, protocol);
    }

    /** Returns the caller of the session that the request carries, null where it carries none. */
    @Nullable
    Caller sessionCaller(HttpServletRequest request, HttpServletResponse response) {
        return login == null ? null : login.sessions().caller(request, response);
    }

    /** Ends the session of the browser that sent the request, but not the one at the provider. */
    void logoutLocally(HttpServletRequest request, HttpServletResponse response) {
        if (login != null) {
            login.logout().logout().locally(request, response);
        }
    }

    /** An account that is disconnected brings no further token of the other provider. */
    private void forgetConnectionTokens(String subject, String connection) {
        if (exchange != null) {
            exchange.connectionTokens().forget(subject, connection);
        }
    }

    MfaService mfa() {
        return mfa == null ? SwitchedOff.service(MfaService.class, NO_LOGIN) : mfa.service();
    }

    ConnectedAccountService connectedAccounts() {
        return login == null
                ? SwitchedOff.service(ConnectedAccountService.class, NO_LOGIN)
                : new CurrentConnectedAccounts(
                        login.connections(), login.connect().accounts());
    }

    PasswordlessService passwordless() {
        return passwordless == null
                ? SwitchedOff.service(PasswordlessService.class, NO_CLIENT)
                : passwordless.passwordless();
    }

    PasskeyService passkeys() {
        return passwordless == null ? SwitchedOff.service(PasskeyService.class, NO_CLIENT) : passwordless.passkeys();
    }

    DatabaseConnectionService databaseConnections() {
        return passwordless == null
                ? SwitchedOff.service(DatabaseConnectionService.class, NO_CLIENT)
                : passwordless.databaseConnections();
    }

    LogoutService logout() {
        return login == null
                ? SwitchedOff.service(LogoutService.class, NO_LOGIN)
                : new CurrentLogout(login.logout().logout());
    }

    BackchannelLogoutResource backchannelLogout() {
        return login == null
                ? SwitchedOff.service(BackchannelLogoutResource.class, NO_LOGIN)
                : login.logout().backchannelLogout();
    }

    BackchannelAuthenticationService backchannelAuthentication() {
        return ciba == null ? SwitchedOff.service(BackchannelAuthenticationService.class, NO_CLIENT) : ciba.service();
    }

    /** Forgets metadata, keys, tokens and proofs that are kept in memory, as a restart would. */
    public void dropCaches() {
        provider.dropCaches();
        outgoing.dropCaches();
        dpop.dropCaches();
        if (exchange != null) {
            exchange.dropCaches();
        }
        if (api != null) {
            api.dropCaches();
        }
        if (client != null) {
            client.dropCaches();
        }
        open.federatedDomains().clear();
        if (protocol != null) {
            protocol.dropCaches();
        }
        if (login != null) {
            login.dropCaches();
        }
    }

    /** Ends what runs in the background. */
    @Override
    public void close() {
        if (ciba != null) {
            ciba.close();
        }
        provider.close();
    }
}
