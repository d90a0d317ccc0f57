package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.logout.BackchannelLogout;
import io.github.auth0jakarta.internal.logout.LocalLogout;
import io.github.auth0jakarta.internal.logout.Logout;
import io.github.auth0jakarta.internal.logout.LogoutReturn;
import io.github.auth0jakarta.internal.logout.LogoutTokenValidator;
import io.github.auth0jakarta.internal.logout.ProviderLogout;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.Events;
import io.github.auth0jakarta.internal.web.RandomValues;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that logs callers out, here and when the provider says so. */
final class LogoutParts {
    private final LogoutReturn logoutReturn;
    private final Logout logout;
    private final BackchannelLogout backchannelLogout;

    LogoutParts(
            Auth0Config.Provider provider,
            Auth0Config.Login config,
            SessionParts sessions,
            Function<RequestCookies, List<String>> loginsInFlight,
            ClientParts client,
            ProviderParts providerParts,
            RandomValues random) {
        Events events = new ApplicationEvents();
        this.logoutReturn = new LogoutReturn(
                config.logout().returnPath(),
                sessions.seal("logout"),
                sessions.navigationCookie(),
                providerParts.clock());
        this.logout = new Logout(
                config,
                new ApplicationAddress(config.baseUrls()),
                new LocalLogout(provider.issuer(), sessions.sessions(), loginsInFlight, events, providerParts.clock()),
                new ProviderLogout(provider, config, client.tokenEndpoint(), providerParts.metadata()),
                logoutReturn,
                random);
        this.backchannelLogout = new BackchannelLogout(
                provider.issuer(),
                new LogoutTokenValidator(
                        providerParts.issuer(),
                        config.client().id(),
                        client.idTokenAlgorithms(),
                        config.backchannelLogout(),
                        providerParts.lifetime(ProviderParts.SKEW),
                        providerParts.json()),
                sessions.revocations(),
                sessions.store(),
                events,
                providerParts.clock());
    }

    Logout logout() {
        return logout;
    }

    BackchannelLogout backchannelLogout() {
        return backchannelLogout;
    }

    /** Returns the route that sends a browser on which comes back from the provider's logout, null for any other request. */
    @Nullable
    Route logoutReturn(HttpServletRequest request) {
        return logoutReturn.routeFor(request);
    }
}
