package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.login.CodeFlow;
import io.github.auth0jakarta.internal.logout.LogoutTokenValidator;
import io.github.auth0jakarta.internal.logout.LogoutUrls;
import io.github.auth0jakarta.internal.oauth.ClientCredentials;
import io.github.auth0jakarta.internal.oauth.LogoutAddress;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.oauth.TokenSets;
import io.github.auth0jakarta.internal.web.RandomValues;

/** The part of the object graph that speaks the protocol without a session. */
final class ProtocolParts {
    private static final Auth0Config.BackchannelLogout STRICT = new Auth0Config.BackchannelLogout(false, false);

    private final TokenEndpoint tokenEndpoint;
    private final TokenSets tokenSets;
    private final CodeFlow codeFlow;
    private final ClientCredentials clientCredentials;
    private final LogoutUrls logoutUrls;
    private final LogoutTokenValidator logoutTokens;

    ProtocolParts(Auth0Config whole, Auth0Config.Client config, ClientParts client, ProviderParts provider) {
        Auth0Config.Redirects redirects = config.redirects();
        this.tokenEndpoint = client.tokenEndpoint();
        this.tokenSets = client.tokenSets();
        this.codeFlow = new CodeFlow(
                redirects,
                whole.provider().insecureAllowed(),
                client.authorizationEndpoint(redirects.pushed()),
                new CodeFlow.Exchange(provider.metadata(), tokenEndpoint, client.idTokenValidator(), tokenSets),
                new RandomValues(RandomSource.secure()));
        this.clientCredentials =
                new ClientCredentials(tokenEndpoint, tokenSets, config.tokenRefreshBuffer(), provider.clock());
        this.logoutUrls = new LogoutUrls(
                redirects,
                whole.provider().insecureAllowed(),
                new LogoutAddress(whole.provider().issuer(), config.id()),
                provider.metadata());
        this.logoutTokens = new LogoutTokenValidator(
                provider.issuer(),
                config.id(),
                client.idTokenAlgorithms(),
                whole.login() == null ? STRICT : whole.login().backchannelLogout(),
                provider.lifetime(ProviderParts.SKEW),
                provider.json());
    }

    TokenEndpoint tokenEndpoint() {
        return tokenEndpoint;
    }

    TokenSets tokenSets() {
        return tokenSets;
    }

    CodeFlow codeFlow() {
        return codeFlow;
    }

    ClientCredentials clientCredentials() {
        return clientCredentials;
    }

    LogoutUrls logoutUrls() {
        return logoutUrls;
    }

    LogoutTokenValidator logoutTokens() {
        return logoutTokens;
    }

    void dropCaches() {
        clientCredentials.clear();
    }
}
