package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.LogoutOptions;
import io.github.auth0jakarta.LogoutService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The ways in which an application logs out by itself, and who it then takes the caller of the same request for. */
@WebServlet("/test/logout")
public class LogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LogoutService logout;

    @Inject
    private transient Identities identities;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (request.getParameter("by")) {
            case "servlet" -> request.logout();
            case "service" -> logout.logoutLocally();
            case "redirect" -> {
                logout.redirect(LogoutOptions.defaults().withReturnTo(request.getContextPath() + "/test/identities"));
                return;
            }
            default -> throw new ServletException("by whom?");
        }
        JsonAnswer.write(response, identities.describe(request));
    }
}
