package io.github.auth0jakarta.sample;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page with everything that the provider does for callers who are logged in. */
@WebServlet("/services")
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class ServicesPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient BoundTokens provider;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("approvals", provider.endpoint().resolve("/u/approvals"));
        request.getRequestDispatcher("/WEB-INF/pages/services.jsp").forward(request, response);
    }
}
