package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.web.ReturnTo;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides where a browser goes after a login. */
final class LoginPlaces {
    private final Set<String> routes;
    private final Auth0Config.ReturnTo config;

    LoginPlaces(Auth0Config.Login config) {
        this.routes = Set.copyOf(config.routes().all());
        this.config = config.returnTo();
    }

    /**
     * Returns the address that was asked for where it is allowed, else the default page.
     *
     * @param baseUrl where the browser reaches the application
     */
    String location(String baseUrl, @Nullable String requested) {
        return returnTo(baseUrl).accepted(requested).orElseGet(() -> defaultLocation(baseUrl));
    }

    /** Returns the address of the default page. */
    String defaultLocation(String baseUrl) {
        return returnTo(baseUrl).location(URI.create(baseUrl).getRawPath() + config.defaultPath());
    }

    private ReturnTo returnTo(String baseUrl) {
        return new ReturnTo(URI.create(baseUrl), routes, config.origins());
    }
}
