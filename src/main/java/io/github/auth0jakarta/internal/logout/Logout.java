package io.github.auth0jakarta.internal.logout;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.LogoutOptions;
import io.github.auth0jakarta.event.LoggedOut;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.RandomValues;
import io.github.auth0jakarta.internal.web.ReturnTo;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A logout as a whole: what is here ends whatever the provider does, then its session is up to the browser's next step. */
public final class Logout {
    /** Not the cookies: they are deleted one by one, and the way back needs one. */
    private static final String CLEARED = "\"cache\", \"storage\"";

    private final Auth0Config.Login config;
    private final ApplicationAddress address;
    private final LocalLogout local;
    private final ProviderLogout provider;
    private final LogoutReturn way;
    private final RandomValues random;

    /**
     * @param way by which browsers come back from the provider
     */
    public Logout(
            Auth0Config.Login config,
            ApplicationAddress address,
            LocalLogout local,
            ProviderLogout provider,
            LogoutReturn way,
            RandomValues random) {
        this.config = config;
        this.address = address;
        this.local = local;
        this.provider = provider;
        this.way = way;
        this.random = random;
    }

    /** Ends the session here, and revokes its refresh token as configured. */
    public void locally(HttpServletRequest request, HttpServletResponse response) {
        provider.revoke(local.end(request, response, LoggedOut.Reason.LOCAL_LOGOUT));
    }

    /**
     * Ends the session here, and returns where the browser has to go to end the one at the provider; where the provider
     * cannot be asked, it goes to where it would be in the end.
     *
     * @throws LoginException {@code login.origin_unknown}; then nothing has ended
     */
    public String begin(HttpServletRequest request, HttpServletResponse response, LogoutOptions options) {
        String baseUrl = address.baseUrl(request);
        if (baseUrl == null) {
            throw new LoginException(
                    Auth0ErrorCode.LOGIN_ORIGIN_UNKNOWN, "the request came to an origin that is not listed");
        }
        String target = target(baseUrl, options);
        Answers.setCookies(request, response, way.forget(RequestCookies.of(request.getCookies())));
        if (config.logout().clearSiteData()) {
            response.setHeader("Clear-Site-Data", CLEARED);
        }
        SessionData session = local.end(request, response, LoggedOut.Reason.LOGOUT);
        String state = target == null ? null : random.next();
        String location = provider.end(
                session,
                new ProviderLogout.Return(way.address(baseUrl), state),
                options.federated().orElse(config.logout().federated()));
        if (location == null) {
            return target == null ? way.address(baseUrl) : target;
        }
        if (target != null && state != null) {
            Answers.setCookies(request, response, List.of(way.remember(state, target)));
        }
        return location;
    }

    /** Checked now and sealed, so that nothing has to be believed when the browser comes back. */
    private @Nullable String target(String baseUrl, LogoutOptions options) {
        return new ReturnTo(
                        URI.create(baseUrl),
                        Set.copyOf(config.routes().all()),
                        config.returnTo().origins())
                .accepted(options.returnTo().orElse(null))
                .orElse(null);
    }
}
