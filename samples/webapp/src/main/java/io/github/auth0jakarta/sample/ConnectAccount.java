package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.ConnectAccountRequest;
import io.github.auth0jakarta.ConnectedAccountService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** Sends the browser away to connect a Google account, and back to the page with the services. */
@WebServlet("/connect-account")
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class ConnectAccount extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ConnectedAccountService accounts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        accounts.redirect(ConnectAccountRequest.of(VaultResource.GOOGLE)
                .withScopes(Set.of("profile"))
                .withReturnTo(request.getContextPath() + "/services#connect"));
    }
}
