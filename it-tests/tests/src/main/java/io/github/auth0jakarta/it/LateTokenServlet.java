package io.github.auth0jakarta.it;

import io.github.auth0jakarta.AccessTokenService;
import io.github.auth0jakarta.Auth0Exception;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Asks for an access token of the API {@code audience} after the answer has begun; ends it with what came of that. */
@WebServlet("/page/late-token")
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class LateTokenServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AccessTokenService accessTokens;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        write(response, "begun, ");
        response.flushBuffer();
        write(response, outcome(request.getParameter("audience")));
    }

    private String outcome(String audience) {
        try {
            return accessTokens.accessToken(audience, Set.of()).type();
        } catch (Auth0Exception e) {
            return e.code().text();
        }
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
