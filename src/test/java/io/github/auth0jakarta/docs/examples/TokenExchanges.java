package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.ConnectionToken;
import io.github.auth0jakarta.ConnectionTokenRequest;
import io.github.auth0jakarta.SessionTransferRequest;
import io.github.auth0jakarta.SessionTransferToken;
import io.github.auth0jakarta.TokenExchangeRequest;
import io.github.auth0jakarta.TokenExchangeService;
import io.github.auth0jakarta.TokenSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Token exchange, one method for each kind. */
@ApplicationScoped
public class TokenExchanges {
    // tag::custom
    @Inject
    private TokenExchangeService exchange;

    public TokenSet ofLegacyToken(String legacyToken) {
        return exchange.exchange(TokenExchangeRequest.of(legacyToken, "urn:example:legacy-token")
                .withAudience("https://api.example.com")
                .withScopes(Set.of("openid", "read:orders"))
                .withParameter("device", "kiosk-7"));
    }
    // end::custom

    // tag::login
    public void logIn(String legacyToken) {
        exchange.login(TokenExchangeRequest.of(legacyToken, "urn:example:legacy-token"));
    }
    // end::login

    // tag::connection
    public ConnectionToken calendar() {
        return exchange.connectionToken(ConnectionTokenRequest.byRefreshToken("google-oauth2")
                .withScopes(Set.of("https://www.googleapis.com/auth/calendar.readonly")));
    }
    // end::connection

    // tag::behalf
    public Optional<String> actorAtInvoices() {
        TokenSet tokens = exchange.onBehalfOf("https://invoices.example.com", Set.of("read:invoices"));
        return tokens.actors().current().map(ActorChain.Actor::subject);
    }
    // end::behalf

    // tag::transfer
    public URI openShopAs(String customerToken) {
        SessionTransferToken token = exchange.sessionTransferToken(
                SessionTransferRequest.of(customerToken, "urn:example:customer").withReason("ticket 4711"));
        return token.redirectTo(URI.create("https://shop.example.com/auth/login"));
    }
    // end::transfer
}
