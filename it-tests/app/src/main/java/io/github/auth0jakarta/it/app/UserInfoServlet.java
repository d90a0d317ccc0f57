package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.AccessTokenService;
import io.github.auth0jakarta.Auth0Client;
import io.github.auth0jakarta.Auth0Session;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Asks the provider's userinfo endpoint with the access token of the session, and passes the claims on as JSON. */
@WebServlet("/page/userinfo")
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class UserInfoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Auth0Session session;

    @Inject
    private transient AccessTokenService accessTokens;

    @Inject
    private transient Auth0Client provider;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> claims =
                provider.userInfo(accessTokens.accessToken(), session.subject().orElseThrow());
        JsonAnswer.write(response, Json.createObjectBuilder(claims).build());
    }
}
