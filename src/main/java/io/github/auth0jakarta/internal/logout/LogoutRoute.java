package io.github.auth0jakarta.internal.logout;

import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.LogoutOptions;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.ErrorPage;
import io.github.auth0jakarta.internal.web.Query;
import io.github.auth0jakarta.internal.web.RequestKind;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The logout route: ends what is here, whatever the provider does, and sends the browser to the provider's logout. */
public final class LogoutRoute implements Route {
    private final Logout logout;

    public LogoutRoute(Logout logout) {
        this.logout = logout;
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
        try {
            Answers.redirect(
                    request, response, logout.begin(request, response, options(Query.parse(request.getQueryString()))));
        } catch (LoginException e) {
            ErrorPage.send(request, response, e.code(), null);
        }
    }

    /** A query that cannot be read keeps nobody from logging out. */
    private static LogoutOptions options(@Nullable Query query) {
        LogoutOptions options = LogoutOptions.defaults();
        if (query == null) {
            return options;
        }
        String returnTo = query.value("returnTo");
        if (returnTo != null) {
            options = options.withReturnTo(returnTo);
        }
        return query.has("federated") ? options.withFederated(!"false".equals(query.value("federated"))) : options;
    }
}
