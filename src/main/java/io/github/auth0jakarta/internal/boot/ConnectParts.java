package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.connect.ConnectedAccounts;
import io.github.auth0jakarta.internal.connect.ConnectionTokens;
import io.github.auth0jakarta.internal.connect.MyAccountApi;
import io.github.auth0jakarta.internal.connect.MyAccountTokens;
import io.github.auth0jakarta.internal.session.SessionAccessTokens;

/** The part of the object graph that talks to the My Account API for logged-in callers. */
final class ConnectParts {
    private final MyAccountApi api;
    private final MyAccountTokens tokens;
    private final ConnectedAccounts accounts;

    /**
     * @param connectionTokens what is told of connections that are no more
     */
    ConnectParts(
            String issuer,
            ProviderParts provider,
            ClientParts client,
            SessionAccessTokens accessTokens,
            ConnectionTokens connectionTokens) {
        this.api = new MyAccountApi(issuer, provider.transport(), client.dpop(), provider.json());
        this.tokens = new MyAccountTokens(accessTokens, api.audience());
        this.accounts = new ConnectedAccounts(api, tokens, connectionTokens, provider.json(), issuer);
    }

    MyAccountApi api() {
        return api;
    }

    MyAccountTokens tokens() {
        return tokens;
    }

    ConnectedAccounts accounts() {
        return accounts;
    }
}
