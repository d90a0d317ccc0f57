package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.ConnectAccountRequest;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.ErrorPage;
import io.github.auth0jakarta.internal.web.Query;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The connect route: begins to connect an account as the link says, within what the configuration allows.
 *
 * <p>Unlike a login it does something for somebody who is logged in already, so a link on another site's page is refused.
 */
public final class ConnectRoute implements Route {
    private static final Logger LOGGER = System.getLogger(ConnectRoute.class.getName());

    private static final String SCOPES = "scopes";

    private final AccountConnections connections;
    private final Set<String> allowed;

    /**
     * @param allowedParameters what a link may have the connection's own provider told
     */
    public ConnectRoute(AccountConnections connections, Set<String> allowedParameters) {
        this.connections = connections;
        this.allowed = new TreeSet<>(allowedParameters);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (!isOwnNavigation(request)) {
                throw new LoginException(
                        Auth0ErrorCode.CONNECT_NOT_A_NAVIGATION, "it is no navigation within the application");
            }
            Answers.redirect(
                    request,
                    response,
                    connections.begin(request, response, wanted(request)).toString());
        } catch (Auth0Exception e) {
            LOGGER.log(Level.WARNING, "The connection of an account could not begin: {0}", e.getMessage());
            Answers.retryAfter(response, e);
            ErrorPage.sendNotConnected(request, response, e.code(), null);
        }
    }

    private static boolean isOwnNavigation(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String destination = request.getHeader("Sec-Fetch-Dest");
        String site = request.getHeader("Sec-Fetch-Site");
        return (mode == null || mode.equals("navigate"))
                && (destination == null || destination.equals("document"))
                && (site == null || site.equals("same-origin") || site.equals("none"));
    }

    private ConnectAccountRequest wanted(HttpServletRequest request) {
        Query query = Query.parseRepeating(request.getQueryString(), SCOPES);
        if (query == null) {
            throw invalid("the query cannot be read, or has a parameter twice");
        }
        String connection = query.value("connection");
        if (connection == null) {
            throw invalid("connection is missing");
        }
        ConnectAccountRequest wanted = ConnectAccountRequest.of(connection);
        List<String> scopes = query.values(SCOPES);
        wanted = scopes.isEmpty() ? wanted : wanted.withScopes(new HashSet<>(scopes));
        for (String name : allowed) {
            String value = query.value(name);
            wanted = value == null ? wanted : wanted.withParameter(name, value);
        }
        String returnTo = query.value("returnTo");
        return returnTo == null ? wanted : wanted.withReturnTo(returnTo);
    }

    private static LoginException invalid(String problem) {
        return new LoginException(Auth0ErrorCode.CONNECT_REQUEST_INVALID, problem);
    }
}
