package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.client.OutgoingTokens;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.dpop.DpopClient;
import io.github.auth0jakarta.internal.exchange.ExchangeRules;
import io.github.auth0jakarta.internal.exchange.OnBehalfOf;
import io.github.auth0jakarta.internal.oauth.OnBehalfOfTokens;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that gives outgoing requests their tokens. */
final class OutgoingParts {
    private final PropagationOrigins origins;
    private final @Nullable LoginParts login;
    private final @Nullable DpopClient dpop;
    private final @Nullable OnBehalfOf onBehalfOf;

    OutgoingParts(
            Auth0Config config, @Nullable ClientParts client, @Nullable LoginParts login, ProviderParts provider) {
        this.origins = new PropagationOrigins(config.propagation().origins());
        this.login = login;
        this.dpop = client == null ? null : client.dpop();
        this.onBehalfOf = config.client() == null || client == null
                ? null
                : new OnBehalfOf(
                        new ExchangeRules(config.client().tokenExchange()),
                        new OnBehalfOfTokens(client.onBehalfOf(), client.tokenRefreshBuffer(), provider.clock()));
    }

    OutgoingTokens tokens() {
        return new CurrentOutgoingTokens(
                origins,
                new CurrentSession()::caller,
                new CurrentAccessTokens(login == null ? null : login.accessTokens()),
                onBehalfOf,
                dpop);
    }

    /** Returns what an application gets where the library is switched off: no token goes anywhere. */
    static OutgoingTokens switchedOff() {
        return new CurrentOutgoingTokens(
                new PropagationOrigins(Set.of()), () -> null, new CurrentAccessTokens(null), null, null);
    }

    /** Returns the tokens on behalf of callers, null where the application is no client of the provider. */
    @Nullable
    OnBehalfOf onBehalfOf() {
        return onBehalfOf;
    }

    void dropCaches() {
        if (onBehalfOf != null) {
            onBehalfOf.clear();
        }
    }
}
