package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.Auth0Session;
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
import java.util.List;

// tag::step-up
@WebServlet("/transfer")
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class TransferServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String MULTI_FACTOR = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

    @Inject
    private transient Auth0Session session;

    @Inject
    private transient LoginService logins;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (hasUsedSecondFactor()) {
            request.getRequestDispatcher("/WEB-INF/transfer.jsp").forward(request, response);
        } else {
            logins.redirect(LoginOptions.defaults()
                    .withAcrValues(MULTI_FACTOR)
                    .withReturnTo(request.getContextPath() + "/transfer"));
        }
    }

    /** Auth0 says so in {@code amr}. */
    private boolean hasUsedSecondFactor() {
        return session.claims().get("amr") instanceof List<?> methods && methods.contains("mfa");
    }
}
// end::step-up
