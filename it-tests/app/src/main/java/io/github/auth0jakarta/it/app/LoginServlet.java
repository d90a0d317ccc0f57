package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.LoginService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Begins logins as an application does by itself; what {@link RequestedOptions} takes, and {@code by} which method. */
@WebServlet("/test/login")
public class LoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LoginService logins;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (request.getParameter("by")) {
            case "redirect" -> logins.redirect(RequestedOptions.of(request));
            case "begin" ->
                response.sendRedirect(logins.begin(RequestedOptions.of(request)).toString());
            case "link" ->
                response.sendRedirect(logins.beginLink("google-oauth2", "calendar", RequestedOptions.of(request))
                        .toString());
            case "unlink" ->
                response.sendRedirect(logins.beginUnlink("google-oauth2", RequestedOptions.of(request))
                        .toString());
            default -> throw new ServletException("by whom?");
        }
    }
}
