package io.github.auth0jakarta.internal.mfa;

import static io.github.auth0jakarta.testing.FakeAuthorizationServer.TOKEN;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.AccessTokenRequest;
import io.github.auth0jakarta.MfaRequiredException;
import io.github.auth0jakarta.internal.config.CookieSecret;
import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.login.RefreshedIdToken;
import io.github.auth0jakarta.internal.oauth.IdTokenValidator;
import io.github.auth0jakarta.internal.oauth.JsonAnswers;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenPurpose;
import io.github.auth0jakarta.internal.oauth.TokenResponse;
import io.github.auth0jakarta.internal.oauth.TokenSets;
import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import io.github.auth0jakarta.internal.session.SessionCookies;
import io.github.auth0jakarta.internal.session.SessionCustomization;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.session.SessionRefresh;
import io.github.auth0jakarta.internal.session.Sessions;
import io.github.auth0jakarta.internal.session.StoredIdToken;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import io.github.auth0jakarta.internal.web.OwnScript;
import io.github.auth0jakarta.internal.web.RandomValues;
import io.github.auth0jakarta.spi.SessionCustomizer;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FakeJwks;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestJwts;
import io.github.auth0jakarta.testing.TestKeys;
import io.github.auth0jakarta.testing.TestSecrets;
import io.github.auth0jakarta.testing.TestSessionCookies;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A session, a browser and a provider that wants second factors, put together as the library does. */
final class SecondFactorFlow implements AutoCloseable {
    static final String API = "https://orders.example";
    static final String PROVIDER_TOKEN = "mfa-token-of-the-provider";
    static final Duration LIFETIME = Duration.ofMinutes(5);
    static final String AUTHENTICATORS = "/mfa/authenticators";
    static final String ASSOCIATE = "/mfa/associate";
    static final String CHALLENGE = "/mfa/challenge";
    static final StrictJson JSON = new StrictJson();

    /** What CDI would find. */
    private static final ThreadLocal<@Nullable HttpServletRequest> CURRENT = new ThreadLocal<>();

    final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    final FixedTime time = provider.time();
    final SessionCookies sessions = TestSessionCookies.of(time);
    final List<Object> events = new CopyOnWriteArrayList<>();
    final List<TokenPurpose> logins = new ArrayList<>();
    final MfaTokens tokens;
    final TokenEndpoint endpoint;
    final SessionAccessTokens sessionTokens;
    final MfaSteps steps;
    final MfaRoutes routes;

    SecondFactorFlow() {
        this(TestSecrets.NEW);
    }

    SecondFactorFlow(CookieSecret... secrets) {
        tokens = tokens(secrets);
        JsonAnswers answers = new JsonAnswers(JSON);
        endpoint = new TokenEndpoint(provider.client(), answers, tokens);
        IdTokenValidator validator = new IdTokenValidator(
                new TrustedIssuer(provider.issuer(), new FakeJwks(TestKeys.RSA).signingKeys(time)),
                TestJwts.CLIENT_ID,
                EnumSet.of(SignatureAlgorithm.RS256),
                new Lifetime(time, Duration.ofSeconds(60)),
                JSON);
        sessionTokens = new SessionAccessTokens(
                new SessionRefresh(
                        endpoint,
                        new RefreshedIdToken(
                                validator,
                                new StoredIdToken(JSON),
                                (idToken, accessToken) ->
                                        new CredentialValidationResult(idToken.subject(), Set.of("renewed")),
                                new SessionCustomization(() -> new SessionCustomizer() {})),
                        time),
                new SessionAccessTokens.Audiences("https://login.example", Map.of()),
                Duration.ofSeconds(60),
                provider.issuer(),
                events::add,
                time);
        steps = new MfaSteps(
                tokens,
                new MfaEndpoints(
                        provider.issuer().substring(0, provider.issuer().length() - 1),
                        provider.client(),
                        provider.transport(),
                        answers,
                        JSON),
                endpoint,
                new TokenSets(validator, time),
                sessionTokens,
                (issued, purpose, request, response) -> logins.add(purpose),
                LIFETIME,
                time);
        routes = new MfaRoutes(
                steps,
                (request, response) -> RequestSession.restore(sessions, request, response, use -> true),
                new OwnScript(new ApplicationAddress(List.of())),
                JSON);
    }

    /** Returns tokens of the same application with other secrets. */
    MfaTokens tokens(CookieSecret... secrets) {
        List<CookieSecret> all = List.of(secrets);
        return new MfaTokens(
                new CookieSeal(all, "mfa token", "test", new SeededRandom(5), MfaTokens.LONGEST),
                new BrowserSecret(
                        new CookieSeal(all, "mfa browser", "test", new SeededRandom(6)),
                        new CookieAttributes("/", null, false, SameSite.LAX, true),
                        new RandomValues(new SeededRandom(7)),
                        LIFETIME),
                CURRENT::get,
                JSON,
                LIFETIME,
                time);
    }

    /** A request of a browser, with the session that it carries, if any. */
    final class Visit {
        final Browser browser;
        final FakeRequest request;
        final FakeResponse response = new FakeResponse();

        Visit(Browser browser) {
            this(browser, FakeRequest.get("/page"));
        }

        Visit(Browser browser, FakeRequest request) {
            this.browser = browser;
            this.request = request.cookies(browser.cookies());
            RequestSession.restore(sessions, request.servlet(), response.servlet(), use -> true);
            CurrentResponse.remember(request.servlet(), response.servlet());
            CURRENT.set(request.servlet());
        }

        HttpServletRequest servlet() {
            return request.servlet();
        }

        RequestSession session() {
            return Objects.requireNonNull(RequestSession.of(servlet()));
        }

        AccessToken get(String... scopes) {
            return sessionTokens.get(session(), AccessTokenRequest.of(API, Set.of(scopes)));
        }

        /** Has the browser keep what the answer sets. */
        void end() {
            browser.receive(response.setCookies());
        }
    }

    Visit visit(Browser browser) {
        return new Visit(browser);
    }

    /** Returns a browser with a session of this user. */
    Browser loggedIn(String sessionId, String subject) {
        Browser browser = new Browser();
        FakeResponse response = new FakeResponse();
        SessionData data = new SessionData(
                sessionId,
                new SessionData.Login(
                        idToken(subject).build(),
                        subject,
                        subject,
                        Set.of(),
                        null,
                        time.instant().minusSeconds(10),
                        time.instant(),
                        null,
                        Set.of()),
                new SessionData.Tokens(List.of(), "rt-1"),
                Map.of(),
                time.instant());
        RequestSession.begin(sessions, FakeRequest.get("/").servlet(), response.servlet(), data);
        browser.receive(response.setCookies());
        return browser;
    }

    Browser loggedIn() {
        return loggedIn("session-1", TestJwts.SUBJECT);
    }

    TestJwts idToken(String subject) {
        return TestJwts.idToken().claim("iss", provider.issuer()).claim("sub", subject);
    }

    SessionData data(Browser browser) {
        return sessions.restore(browser.cookies()).map(Sessions.Restored::data).orElseThrow();
    }

    /** Has the token endpoint want a second factor. */
    void demand(Map<String, ?> requirements) {
        provider.on(TOKEN, demanded(PROVIDER_TOKEN, requirements));
    }

    static Reply demanded(String mfaToken, Map<String, ?> requirements) {
        Map<String, Object> body = new HashMap<>(Map.of("error", "mfa_required", "mfa_token", mfaToken));
        if (!requirements.isEmpty()) {
            body.put("mfa_requirements", requirements);
        }
        return new Reply(403, "application/json", JSON.writeObject(body));
    }

    /** Returns requirements as Auth0 writes them: factors to show, and those to enrol. */
    static Map<String, List<Map<String, String>>> factors(String member, String... types) {
        return Map.of(
                member,
                List.of(types).stream().map(type -> Map.of("type", type)).toList());
    }

    /** Returns an answer of the token endpoint. */
    static Reply issued(Map<String, ?> more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("access_token", "stepped-up", "token_type", "Bearer", "expires_in", 600L));
        body.putAll(more);
        return Reply.json(body);
    }

    /** Has a session ask for a token, and returns what it is told. */
    String mfaToken(Browser browser, Map<String, ?> requirements) {
        time.advance(Duration.ofSeconds(3)); // A session does not ask again what was refused a moment ago.
        demand(requirements);
        Visit visit = visit(browser);
        try {
            visit.get("pay");
        } catch (MfaRequiredException e) {
            visit.end();
            return e.mfaToken();
        }
        throw new AssertionError("no second factor was wanted");
    }

    String mfaToken(Browser browser) {
        return mfaToken(browser, Map.of());
    }

    /** Asks for tokens by a grant that no session has begun. */
    TokenResponse grant() {
        return endpoint.grant(
                new FormBody().add("grant_type", "passwordless"), new TokenPurpose(null, Set.of("openid")));
    }

    /** Returns what that is told in the request of a browser. */
    MfaRequiredException refusedGrant() {
        demand(Map.of());
        try {
            grant();
        } catch (MfaRequiredException e) {
            return e;
        }
        throw new AssertionError("no second factor was wanted");
    }

    void leaveRequest() {
        CURRENT.remove();
    }

    @Override
    public void close() {
        provider.close();
    }
}
