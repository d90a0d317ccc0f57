package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.LoginService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page for callers who have shown a second factor; the others are asked for it when they come. */
@WebServlet("/secure-action")
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class SecureActionPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Caller caller;

    @Inject
    private transient LoginService logins;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (caller.isMultiFactor()) {
            request.getRequestDispatcher("/WEB-INF/pages/secure-action.jsp").forward(request, response);
        } else {
            logins.redirect(LoginOptions.defaults()
                    .withAcrValues(Caller.MULTI_FACTOR)
                    .withReturnTo(request.getContextPath() + "/secure-action"));
        }
    }
}
