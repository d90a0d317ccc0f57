package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.LoginService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

// tag::redirect
@WebServlet("/sign-up")
public class SignUpServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LoginService logins;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        logins.redirect(LoginOptions.defaults()
                .withScreenHint("signup")
                .withReturnTo(request.getContextPath() + "/welcome")
                .withAppState(Map.of("campaign", "spring")));
    }
}
// end::redirect
