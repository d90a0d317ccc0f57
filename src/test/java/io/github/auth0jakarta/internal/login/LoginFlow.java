package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.internal.connect.ConnectedAccounts;
import io.github.auth0jakarta.internal.connect.MyAccountApi;
import io.github.auth0jakarta.internal.connect.MyAccountTokens;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.oauth.AuthorizationEndpoint;
import io.github.auth0jakarta.internal.oauth.ClientRequests;
import io.github.auth0jakarta.internal.oauth.IdTokenValidator;
import io.github.auth0jakarta.internal.oauth.JsonAnswers;
import io.github.auth0jakarta.internal.oauth.PushedAuthorization;
import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import io.github.auth0jakarta.internal.session.SessionCookies;
import io.github.auth0jakarta.internal.session.SessionCustomization;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.session.SessionRefresh;
import io.github.auth0jakarta.internal.session.Sessions;
import io.github.auth0jakarta.internal.session.StoredIdToken;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.OwnScript;
import io.github.auth0jakarta.internal.web.RandomValues;
import io.github.auth0jakarta.internal.web.Route;
import io.github.auth0jakarta.spi.CallbackHandler;
import io.github.auth0jakarta.spi.LoginCustomizer;
import io.github.auth0jakarta.spi.SessionCustomizer;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.Parameters;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.TestSecrets;
import io.github.auth0jakarta.testing.TestSessionCookies;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The routes of a login as the library puts them together, with a provider, a browser and a clock that stands still. */
final class LoginFlow implements AutoCloseable {
    static final String APP = "http://localhost:8080";

    final FixedTime time = new FixedTime();
    final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    final Browser browser = new Browser();
    final SessionCookies sessions = TestSessionCookies.of(time);
    final TransactionCookies transactions = transactions("transaction", TestJwts.CLIENT_ID);
    final LoginStart start;
    final Route loginRoute;
    final Route callbackRoute;
    final Route profileRoute;
    final Route accessTokenRoute;
    final AccountConnections connections;
    final Route connectRoute;
    final List<String> droppedConnectionTokens = new ArrayList<>();
    final SilentLogin silentLogin;
    final List<Object> events = new ArrayList<>();
    Consumer<Object> observer = event -> {};
    LoginCustomizer customizer = (options, request) -> options;
    CallbackHandler callbackHandler = new CallbackHandler() {};

    SessionCustomizer sessionCustomizer = new SessionCustomizer() {};

    /** What the identity stores say; null for the caller of the ID token with the group {@code admin}. */
    @Nullable
    CredentialValidationResult callerResult;

    /** What a provider is asked when a login begins. */
    record Asked(Map<String, String> parameters) {
        static Asked ofAddress(String location) {
            return new Asked(Parameters.ofQuery(location));
        }

        String state() {
            return Objects.requireNonNull(parameters.get("state"));
        }

        String nonce() {
            return Objects.requireNonNull(parameters.get("nonce"));
        }
    }

    LoginFlow() {
        this(settings -> {});
    }

    LoginFlow(List<URI> baseUrls) {
        this(settings -> settings.with(
                "auth0.app-base-url", baseUrls.stream().map(URI::toString).collect(Collectors.joining(","))));
    }

    /**
     * @param change of the usual settings
     */
    LoginFlow(Consumer<TestConfigs> change) {
        TestConfigs settings = TestConfigs.login(provider);
        change.accept(settings);
        Auth0Config.Login config = Objects.requireNonNull(settings.read().login());
        StrictJson json = new StrictJson();
        IdTokenValidator validator = new IdTokenValidator(
                new TrustedIssuer(provider.issuer(), new FakeJwks(TestKeys.RSA).signingKeys(time)),
                TestJwts.CLIENT_ID,
                EnumSet.of(SignatureAlgorithm.RS256),
                new Lifetime(time, Duration.ofSeconds(60)),
                json);
        ApplicationAddress address = new ApplicationAddress(config.baseUrls());
        LoginLoopBreaker breaker =
                new LoginLoopBreaker(new CookieAttributes("/", null, false, SameSite.LAX, true), time);
        LoginExtensions extensions = new LoginExtensions(() -> customizer, () -> callbackHandler, this::receive);
        start = new LoginStart(
                config,
                address,
                authorizationEndpoint(config.requests().pushed())::address,
                transactions,
                breaker,
                extensions,
                new RandomValues(new SeededRandom(2)),
                time);
        loginRoute = Route.onlyGet(new LoginRoute(start, provider.issuer(), config.requests()));
        silentLogin = new SilentLogin(
                start, new CookieAttributes("/", null, false, SameSite.LAX, false), TestSessionCookies.NAME);
        SessionAuthentication authentication =
                new SessionAuthentication(sessions, new StoredIdToken(json), request -> true);
        SessionAccessTokens accessTokens = new SessionAccessTokens(
                new SessionRefresh(
                        provider.tokenEndpoint(),
                        new RefreshedIdToken(
                                validator,
                                new StoredIdToken(json),
                                (idToken, accessToken) -> callerResult == null
                                        ? new CredentialValidationResult(idToken.subject(), Set.of("renewed"))
                                        : callerResult,
                                new SessionCustomization(() -> sessionCustomizer)),
                        time),
                new SessionAccessTokens.Audiences(null, Map.of()),
                Duration.ofSeconds(60),
                provider.issuer(),
                events::add,
                time);
        MyAccountApi myAccount = new MyAccountApi(provider.issuer(), provider.transport(), null, json);
        connections = new AccountConnections(
                config,
                address,
                new ConnectedAccounts(
                        myAccount,
                        new MyAccountTokens(accessTokens, myAccount.audience()),
                        (subject, connection) -> droppedConnectionTokens.add(subject + " " + connection),
                        json,
                        provider.issuer()),
                authentication,
                transactions,
                extensions,
                new RandomValues(new SeededRandom(6)),
                time);
        connectRoute = Route.onlyGet(new ConnectRoute(connections, config.connectParameters()));
        Route callback = new CallbackRoute(
                transactions,
                Duration.ofMinutes(10),
                new LoginCompletion(
                        config,
                        address,
                        provider.metadata(),
                        provider.tokenEndpoint(),
                        validator,
                        (idToken, accessToken) -> callerResult == null
                                ? new CredentialValidationResult(idToken.subject(), Set.of("admin"))
                                : callerResult,
                        new LoginSessions(
                                provider.issuer(),
                                sessions,
                                new SessionCustomization(() -> sessionCustomizer),
                                new RandomValues(new SeededRandom(4)),
                                extensions.events(),
                                time),
                        extensions,
                        time),
                connections,
                new CallbackAnswers(config, address, sessions, extensions, new RandomValues(new SeededRandom(5)), time),
                breaker,
                extensions,
                time);
        callbackRoute = config.requests().responseMode() == Auth0Config.Requests.ResponseMode.QUERY
                ? Route.onlyGet(callback)
                : Route.onlyPost(callback);
        profileRoute = new ProfileRoute(authentication, json, false);
        accessTokenRoute = new AccessTokenRoute(authentication, accessTokens, new OwnScript(address), json, time);
    }

    private AuthorizationEndpoint authorizationEndpoint(boolean pushed) {
        ClientRequests client = provider.client();
        return new AuthorizationEndpoint(
                client, new PushedAuthorization(client, new JsonAnswers(new StrictJson())), pushed);
    }

    private void receive(Object event) {
        events.add(event);
        observer.accept(event);
    }

    /** Returns the events of a type, in order. */
    <T> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static TransactionCookies transactions(String purpose, String application) {
        return new TransactionCookies(
                new CookieSeal(List.of(TestSecrets.NEW), purpose, application, new SeededRandom(3)),
                new CookieAttributes("/", null, false, SameSite.LAX, true),
                new StrictJson(),
                Duration.ofMinutes(10),
                4);
    }

    /** Has the browser visit a route and keep the cookies that it sets. */
    FakeResponse visit(Route route, FakeRequest request) {
        FakeResponse response = new FakeResponse();
        try {
            route.handle(request.cookies(browser.cookies()).servlet(), response.servlet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        browser.receive(response.setCookies());
        return response;
    }

    /** Begins a login and returns what the provider is asked; from then on it issues tokens for it. */
    Asked begin(String pathAndQuery) {
        FakeResponse response = visit(loginRoute, FakeRequest.get(pathAndQuery));
        assertThat(response.status()).isEqualTo(302);
        Asked asked = asked(response);
        issue(idToken(asked.nonce()));
        return asked;
    }

    /** Begins a login as the application does; from then on the provider issues tokens for it. */
    Asked beginBy(LoginOptions options) {
        Asked asked = beginOnly(options);
        issue(idToken(asked.nonce()));
        return asked;
    }

    /** Begins a login as the application does, and returns what the provider is asked. */
    Asked beginOnly(LoginOptions options) {
        FakeResponse response = new FakeResponse();
        FakeRequest request = FakeRequest.get("/page").cookies(browser.cookies());
        String location =
                start.begin(request.servlet(), response.servlet(), options).toString();
        browser.receive(response.setCookies());
        return Asked.ofAddress(location);
    }

    static Asked asked(FakeResponse redirect) {
        return new Asked(Parameters.ofQuery(redirect.header("Location")));
    }

    /** Returns the login of the browser that this is about. */
    Transaction transaction(Asked asked) {
        return Objects.requireNonNull(transactions.find(asked.state(), browser.cookies()));
    }

    /** Begins a login and returns its state. */
    String begin() {
        return begin("/auth/login").state();
    }

    TestJwts idToken(String nonce) {
        return TestJwts.idToken().claim("iss", provider.issuer()).claim("nonce", nonce);
    }

    void issue(TestJwts idToken) {
        issue(Map.of("id_token", idToken.build(), "refresh_token", "rt"));
    }

    void issue(Map<String, Object> members) {
        Map<String, Object> body =
                new HashMap<>(Map.of("access_token", "at", "token_type", "Bearer", "expires_in", 600L));
        body.putAll(members);
        provider.on(FakeAuthorizationServer.TOKEN, Reply.json(body));
    }

    FakeResponse callback(String query) {
        return visit(callbackRoute, FakeRequest.get("/auth/callback?" + query));
    }

    /** Logs in with what {@link #idToken} says. */
    void logIn() {
        assertThat(callback("code=c&state=" + begin()).status()).isEqualTo(302);
    }

    /** Has a request find its session, as the mechanism does. */
    void restore(FakeRequest request) {
        RequestSession.restore(sessions, request.servlet(), new FakeResponse().servlet(), any -> true);
    }

    Optional<SessionData> session() {
        return sessions.restore(browser.cookies()).map(Sessions.Restored::data);
    }

    List<String> transactionsInFlight() {
        return browser.cookies().namesBeginningWith("__txn_");
    }

    /** Has the browser keep only these cookies. */
    void setCookies(RequestCookies cookies) {
        browser.receive(browser.cookies().namesBeginningWith("").stream()
                .map(name -> name + "=; Max-Age=0; Path=/")
                .toList());
        browser.receive(cookies.pairs().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue() + "; Path=/")
                .toList());
    }

    @Override
    public void close() {
        provider.close();
    }
}
