package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.LoginService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Begins a login as the form on the home page asks for it, or as the API page does: with a second factor. */
@WebServlet("/login-with-options")
public class LoginWithOptions extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LoginService logins;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        LoginOptions options = LoginOptions.defaults().withReturnTo(request.getContextPath() + "/profile");
        if (request.getParameter("second_factor") != null) {
            options = LoginOptions.defaults()
                    .withAcrValues(Caller.MULTI_FACTOR)
                    .withReturnTo(request.getContextPath() + "/api-calls");
        }
        options = field(request, "organization").map(options::withOrganization).orElse(options);
        options = field(request, "login_hint").map(options::withLoginHint).orElse(options);
        options = field(request, "screen_hint").map(options::withScreenHint).orElse(options);
        logins.redirect(options);
    }

    private static Optional<String> field(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
    }
}
