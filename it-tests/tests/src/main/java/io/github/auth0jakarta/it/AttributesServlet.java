package io.github.auth0jakarta.it;

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
import java.nio.charset.StandardCharsets;

/**
 * Shows the application's own data of the session; sets the attribute {@code theme}, or with {@code size} one of that many
 * characters, or with {@code broken} one that no session takes.
 */
@WebServlet("/page/attributes")
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class AttributesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Auth0Session session;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String theme = request.getParameter("theme");
        if (theme != null) {
            session.updateAttributes(data -> data.put("theme", theme));
        }
        String size = request.getParameter("size");
        if (size != null) {
            // Nothing that a cookie or a store could make smaller.
            session.updateAttributes(data -> data.put("large", "x".repeat(Integer.parseInt(size))));
        }
        if (request.getParameter("broken") != null) {
            session.updateAttributes(data -> data.put("broken", 1.5));
        }
        response.setContentType("application/json");
        String json = Json.createObjectBuilder(session.attributes()).build().toString();
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
}
