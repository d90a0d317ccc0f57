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

/** The page that calls the API in every way that fits, and in those that do not. */
@WebServlet("/api-calls")
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class ApiPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient BoundTokens boundTokens;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute("tokenEndpoint", boundTokens.endpoint());
        request.getRequestDispatcher("/WEB-INF/pages/api-calls.jsp").forward(request, response);
    }
}
