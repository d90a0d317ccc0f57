package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.Auth0Session;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The protected page: who is logged in, as HTML, or as JSON where that is asked for. */
@WebServlet("/page")
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Auth0Session session;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accept = request.getHeader("Accept");
        if (accept != null && accept.contains("application/json")) {
            JsonAnswer.write(response, CallerJson.of(session));
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(html().getBytes(StandardCharsets.UTF_8));
    }

    private String html() {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><title>Protected page</title></head><body>
                <h1>Protected page</h1>
                <p>You are <b id="caller">{caller}</b>.</p>
                <p><a id="logout" href="auth/logout">Log out</a></p>
                </body></html>
                """.replace("{caller}", escape(session.callerName().orElseThrow()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
