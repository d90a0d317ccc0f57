package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.internal.web.Query;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The login route: takes {@code returnTo} and nothing else from the query. */
public final class LoginRoute implements Route {
    private final LoginStart start;

    public LoginRoute(LoginStart start) {
        this.start = start;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query query = Query.parse(request.getQueryString());
        start.begin(request, response, query == null ? null : query.value("returnTo"));
    }
}
