package io.github.auth0jakarta.internal.logout;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.BackchannelLogoutResource;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.PostedForm;
import io.github.auth0jakarta.internal.web.Query;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * The back-channel logout route (OpenID Connect Back-Channel Logout 1.0, 2.5 and 2.8): takes a logout token from the
 * provider itself, so it asks for no cookie, no origin and no caller; the signature of the token says who speaks.
 */
public final class BackchannelLogoutRoute implements Route {
    private static final Logger LOGGER = System.getLogger(BackchannelLogoutRoute.class.getName());
    private static final String PARAMETER = "logout_token";

    private final BackchannelLogoutResource logout;

    public BackchannelLogoutRoute(BackchannelLogoutResource logout) {
        this.logout = logout;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            Route.methodNotAllowed(request, response, "POST");
            return;
        }
        Answers.noStore(request, response);
        PostedForm form = PostedForm.read(request);
        String token = token(form, request.getQueryString());
        if (token == null) {
            int status = form.parameters() == null ? form.status() : HttpServletResponse.SC_BAD_REQUEST;
            refuse(response, status, "the request is not a form with one logout_token");
            return;
        }
        logOut(token, response);
    }

    /** Where there is one in the query, a proxy may have logged it. */
    private static @Nullable String token(PostedForm form, @Nullable String queryString) {
        Query query = Query.parse(queryString);
        return form.parameters() == null || query == null || query.has(PARAMETER)
                ? null
                : form.parameters().value(PARAMETER);
    }

    private void logOut(String token, HttpServletResponse response) throws IOException {
        try {
            logout.logout(token);
        } catch (TokenValidationException e) {
            LOGGER.log(Level.INFO, "A logout token was refused: {0}", e.getMessage());
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "the logout token is not valid");
            return;
        } catch (Auth0Exception e) {
            // Keys or a store that cannot be asked; the provider may send the token again.
            LOGGER.log(Level.WARNING, "The sessions of a logout token live on: {0}", e.getMessage());
            answer(response, e.code().status(), "temporarily_unavailable", "the sessions cannot be ended now");
            return;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentLength(0);
        response.flushBuffer();
    }

    private static void refuse(HttpServletResponse response, int status, String description) throws IOException {
        answer(response, status, "invalid_request", description);
    }

    private static void answer(HttpServletResponse response, int status, String error, String description)
            throws IOException {
        Answers.json(response, status, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
    }
}
