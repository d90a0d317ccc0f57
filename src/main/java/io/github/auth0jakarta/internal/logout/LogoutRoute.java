package io.github.auth0jakarta.internal.logout;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.oauth.ProviderMetadataSource;
import io.github.auth0jakarta.internal.oauth.TokenEndpoint;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.session.Sessions;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.ErrorPage;
import io.github.auth0jakarta.internal.web.RequestKind;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The logout route: ends what is here, whatever the provider does, and sends the browser to the provider's logout. */
public final class LogoutRoute implements Route {
    private static final Logger LOGGER = System.getLogger(LogoutRoute.class.getName());

    private final Auth0Config.Login config;
    private final ApplicationAddress address;
    private final Sessions sessions;
    private final Function<RequestCookies, List<String>> loginsInFlight;
    private final TokenEndpoint tokenEndpoint;
    private final LogoutAddress logoutAddress;

    /**
     * @param loginsInFlight gives the {@code Set-Cookie} headers that end them
     */
    public LogoutRoute(
            Auth0Config.Provider provider,
            Auth0Config.Login config,
            ApplicationAddress address,
            Sessions sessions,
            Function<RequestCookies, List<String>> loginsInFlight,
            TokenEndpoint tokenEndpoint,
            ProviderMetadataSource metadata) {
        this.config = config;
        this.address = address;
        this.sessions = sessions;
        this.loginsInFlight = loginsInFlight;
        this.tokenEndpoint = tokenEndpoint;
        this.logoutAddress = new LogoutAddress(provider, config, metadata);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean get = request.getMethod().equals("GET");
        if (!get && !request.getMethod().equals("POST")) {
            Route.methodNotAllowed(request, response, "GET, POST");
        } else if (RequestKind.isPrefetch(request) || isEmbeddedByAnotherSite(request)) {
            Route.nothingYet(request, response);
        } else {
            logOut(request, response);
        }
    }

    /** An image or a frame of another site that points here must not log anybody out. */
    private static boolean isEmbeddedByAnotherSite(HttpServletRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && !"document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private void logOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String baseUrl = address.baseUrl(request);
        if (baseUrl == null) {
            ErrorPage.send(request, response, Auth0ErrorCode.LOGIN_ORIGIN_UNKNOWN, null);
            return;
        }
        RequestCookies cookies = RequestCookies.of(request.getCookies());
        SessionData session =
                sessions.restore(cookies).map(Sessions.Restored::data).orElse(null);
        RequestSession.end(sessions, request, response);
        Answers.setCookies(request, response, loginsInFlight.apply(cookies));
        HttpSession containerSession = request.getSession(false);
        if (containerSession != null) {
            containerSession.invalidate();
        }
        revoke(session);
        Answers.redirect(request, response, logoutAddress.of(session, baseUrl));
    }

    private void revoke(@Nullable SessionData session) {
        String refreshToken = session == null ? null : session.refreshToken();
        if (refreshToken == null || !config.logout().revokeRefreshToken()) {
            return;
        }
        try {
            tokenEndpoint.revokeRefreshToken(refreshToken);
        } catch (Auth0Exception e) {
            LOGGER.log(Level.WARNING, "The refresh token of an ended session was not revoked: {0}", e.getMessage());
        }
    }
}
