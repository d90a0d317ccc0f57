package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.web.ErrorPage;
import io.github.auth0jakarta.internal.web.Query;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The login route: begins a login as the link says, within what the configuration allows. */
public final class LoginRoute implements Route {
    /** The parameter by which the callback's page begins a login anew, by itself and once. */
    static final String RESTARTED = "restarted";

    private final LoginStart start;
    private final LoginLink link;

    /**
     * @param issuer the only one whose name a link may have
     */
    public LoginRoute(LoginStart start, String issuer, Auth0Config.Requests config) {
        this.start = start;
        this.link = new LoginLink(issuer, config);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isNavigation(request)) {
            ErrorPage.send(request, response, Auth0ErrorCode.LOGIN_NOT_A_NAVIGATION, null);
            return;
        }
        Query query = Query.parse(request.getQueryString());
        LoginOptions options;
        try {
            options = link.options(query);
        } catch (LoginException e) {
            ErrorPage.send(request, response, e.code(), null);
            return;
        }
        if (query != null && query.value(RESTARTED) != null) {
            start.answerRestart(request, response, options);
        } else {
            start.answer(request, response, options);
        }
    }

    /** A page of another site can have a frame or an image come here, but not without the browser saying so. */
    private static boolean isNavigation(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String destination = request.getHeader("Sec-Fetch-Dest");
        return (mode == null || mode.equals("navigate")) && (destination == null || destination.equals("document"));
    }
}
