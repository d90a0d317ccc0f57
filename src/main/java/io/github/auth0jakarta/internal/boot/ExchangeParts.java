package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.TokenExchangeService;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.exchange.ConnectionTokens;
import io.github.auth0jakarta.internal.exchange.CustomExchange;
import io.github.auth0jakarta.internal.exchange.ExchangeRules;
import io.github.auth0jakarta.internal.exchange.OnBehalfOf;
import io.github.auth0jakarta.internal.exchange.SessionActor;
import io.github.auth0jakarta.internal.exchange.SessionTransfer;
import io.github.auth0jakarta.internal.exchange.TokenLogin;
import io.github.auth0jakarta.internal.oauth.Scopes;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.UnverifiedClaims;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;
import io.github.auth0jakarta.internal.session.StoredIdToken;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that exchanges tokens. */
final class ExchangeParts {
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final CustomExchange custom;
    private final ConnectionTokens connectionTokens;
    private final OnBehalfOf onBehalfOf;
    private final SessionTransfer sessionTransfer;
    private final UnverifiedClaims unverified;
    private final @Nullable OfLogin ofLogin;

    /**
     * What there is where callers log in.
     *
     * @param scopes what a login asks for
     */
    record OfLogin(SessionAccessTokens tokens, SessionActor actor, TokenLogin start, Set<String> scopes) {}

    ExchangeParts(
            Auth0Config config,
            Auth0Config.Client settings,
            ClientParts client,
            @Nullable LoginParts login,
            OnBehalfOf onBehalfOf,
            ProviderParts provider) {
        TokenEndpoint endpoint = client.tokenEndpoint();
        this.unverified = new UnverifiedClaims(provider.json());
        ExchangeRules rules = new ExchangeRules(settings.tokenExchange());
        this.custom = new CustomExchange(endpoint, client.tokenSets(), rules, unverified);
        this.connectionTokens = new ConnectionTokens(endpoint, client.tokenRefreshBuffer(), provider.clock());
        this.onBehalfOf = onBehalfOf;
        this.sessionTransfer = new SessionTransfer(
                endpoint, rules, URI.create(config.provider().issuer()), provider.clock());
        this.ofLogin = config.login() == null || login == null ? null : ofLogin(config.login(), login, provider);
    }

    private static OfLogin ofLogin(Auth0Config.Login config, LoginParts login, ProviderParts provider) {
        SessionAccessTokens tokens = login.accessTokens();
        return new OfLogin(
                tokens,
                new SessionActor(tokens, new StoredIdToken(provider.json()), provider.clock()),
                login.directLogin()::begin,
                Scopes.parse(config.scope()));
    }

    TokenExchangeService service() {
        return new CurrentTokenExchange(
                this,
                new CurrentSession()::caller,
                () -> CDI.current().select(HttpServletRequest.class).get());
    }

    CustomExchange custom() {
        return custom;
    }

    ConnectionTokens connectionTokens() {
        return connectionTokens;
    }

    OnBehalfOf onBehalfOf() {
        return onBehalfOf;
    }

    SessionTransfer sessionTransfer() {
        return sessionTransfer;
    }

    /** Returns what there is where callers log in, null where nobody does. */
    @Nullable
    OfLogin ofLogin() {
        return ofLogin;
    }

    /** Returns an exchanged access token as the application sees it. */
    TokenSet tokenSet(AccessToken token) {
        return new TokenSet(
                token,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.of(ACCESS_TOKEN),
                unverified.actors(token.value()),
                List.of());
    }

    void dropCaches() {
        connectionTokens.clear();
    }
}
