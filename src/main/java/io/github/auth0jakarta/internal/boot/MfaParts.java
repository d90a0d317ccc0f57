package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.MfaService;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.internal.mfa.BrowserSecret;
import io.github.auth0jakarta.internal.mfa.MfaEndpoints;
import io.github.auth0jakarta.internal.mfa.MfaRoutes;
import io.github.auth0jakarta.internal.mfa.MfaSteps;
import io.github.auth0jakarta.internal.mfa.MfaTokens;
import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.OwnScript;
import io.github.auth0jakarta.internal.web.RandomValues;
import io.github.auth0jakarta.internal.web.Route;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/** The part of the object graph that goes on where the provider wants a second factor. */
final class MfaParts {
    private final MfaSteps steps;
    private final MfaRoutes routes;
    private final Auth0Config.Routes paths;

    MfaParts(
            String issuerBase,
            Auth0Config.Login config,
            ProviderParts provider,
            ClientParts client,
            LoginParts login,
            MfaTokens tokens) {
        this.paths = config.routes();
        this.steps = new MfaSteps(
                tokens,
                new MfaEndpoints(
                        issuerBase, client.requests(), provider.transport(), provider.answers(), provider.json()),
                client.tokenEndpoint(),
                client.tokenSets(),
                login.accessTokens(),
                (issued, purpose, request, response) ->
                        login.directLogin().begin(issued, purpose, null, request, response),
                config.mfaLifetime(),
                provider.clock());
        this.routes = new MfaRoutes(
                steps,
                (request, response) -> login.sessions().caller(request, response),
                new OwnScript(new ApplicationAddress(config.baseUrls())),
                provider.json());
    }

    /** Returns what seals the provider's demands for second factors; it comes before the client, whose requests bring them. */
    static MfaTokens tokens(String issuer, Auth0Config.Login config, ProviderParts provider, SecureRandom random) {
        String application = issuer + " " + config.client().id();
        Auth0Config.Cookie cookie = config.session().cookie();
        BrowserSecret browser = new BrowserSecret(
                new CookieSeal(config.secrets(), "mfa browser", application, random),
                new CookieAttributes(cookie.path(), null, cookie.secure(), SameSite.LAX, true),
                new RandomValues(random),
                config.mfaLifetime());
        return new MfaTokens(
                new CookieSeal(config.secrets(), "mfa token", application, random, MfaTokens.LONGEST),
                browser,
                CurrentRequest::find,
                provider.json(),
                config.mfaLifetime(),
                provider.clock());
    }

    MfaService service() {
        return new CurrentMfa(steps);
    }

    /** Returns the routes, by path; none where they are switched off. */
    Map<String, Route> routes() {
        Map<String, Route> byPath = new HashMap<>();
        String prefix = paths.mfa();
        if (prefix != null) {
            routes.byName().forEach((name, route) -> byPath.put(prefix + "/" + name, route));
        }
        return byPath;
    }
}
