package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.TokenExchangeRequest;
import io.github.auth0jakarta.TokenExchangeService;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.NoBeans;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestConfigs;
import io.github.auth0jakarta.testing.TestJwts;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An application that exchanges tokens, without a container, at a provider of the test's own. */
final class ExchangingApplication implements AutoCloseable {
    static final String LEGACY = "urn:example:legacy-token";

    final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    final @Nullable LoginParts login;
    private final ProviderParts parts;
    private final ExchangeParts exchange;

    static {
        NoBeans.install();
    }

    /** A request of a caller, and what the application has for it. */
    final class Visit {
        final FakeRequest request;
        final FakeResponse response = new FakeResponse();
        final @Nullable Caller caller;
        final TokenExchangeService service;

        private Visit(FakeRequest request, @Nullable Caller ofToken) {
            this.request = request;
            CurrentResponse.remember(request.servlet(), response.servlet());
            this.caller = ofToken != null || login == null
                    ? ofToken
                    : login.sessions().caller(request.servlet(), response.servlet());
            this.service = new CurrentTokenExchange(exchange, () -> caller, request::servlet);
        }

        RequestSession session() {
            return Objects.requireNonNull(RequestSession.of(request.servlet()));
        }
    }

    /**
     * @param change of the usual settings
     */
    ExchangingApplication(Consumer<TestConfigs> change) {
        TestConfigs settings = TestConfigs.login(provider)
                .with(
                        "auth0.token-exchange.subject-token-types",
                        LEGACY
                                + ",urn:ietf:params:oauth:token-type:access_token,urn:ietf:params:oauth:token-type:id_token")
                .with("auth0.token-exchange.audiences", "https://one.example,https://two.example");
        change.accept(settings);
        Auth0Config config = settings.read();
        this.parts = new ProviderParts(config);
        ClientParts client = new ClientParts(
                provider.issuer(), Objects.requireNonNull(config.client()), parts, new SeededRandom(1), null);
        this.login = config.login() == null
                ? null
                : new LoginParts(
                        config,
                        config.login(),
                        parts,
                        client,
                        (idToken, accessToken) -> new CredentialValidationResult(idToken.subject(), Set.of()),
                        (subject, connection) -> {});
        OutgoingParts outgoing = new OutgoingParts(config, client, login, parts);
        this.exchange = new ExchangeParts(
                config,
                Objects.requireNonNull(config.client()),
                client,
                login,
                Objects.requireNonNull(outgoing.onBehalfOf()),
                parts);
    }

    ExchangingApplication() {
        this(settings -> {});
    }

    Visit visit(Browser browser) {
        return new Visit(FakeRequest.get("/page").cookies(browser.cookies()), null);
    }

    /** A request that came with an access token, which was verified. */
    Visit visit(String subject, String accessToken) {
        Caller caller = new Caller(
                Auth0Session.Source.ACCESS_TOKEN,
                subject,
                Set.of(),
                Map.of("sub", subject),
                accessToken,
                now().plusSeconds(600));
        return new Visit(FakeRequest.get("/api"), caller);
    }

    /** Logs somebody in by an exchange; the provider has to answer it. */
    Browser logIn(String legacyToken) {
        Browser browser = new Browser();
        Visit visit = visit(browser);
        visit.service.login(TokenExchangeRequest.of(legacyToken, LEGACY));
        browser.receive(visit.response.setCookies());
        return browser;
    }

    /** Returns an ID token that was issued now, for an hour. */
    String idToken(String subject) {
        return now(TestJwts.idToken().without("nonce").claim("iss", provider.issuer()), subject);
    }

    static String accessToken(String subject) {
        return now(TestJwts.accessToken(), subject);
    }

    private static String now(TestJwts token, String subject) {
        long now = now().getEpochSecond();
        return token.claim("sub", subject)
                .claim("iat", now)
                .claim("exp", now + 3600)
                .build();
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }

    @Override
    public void close() {
        parts.close();
        provider.close();
    }
}
