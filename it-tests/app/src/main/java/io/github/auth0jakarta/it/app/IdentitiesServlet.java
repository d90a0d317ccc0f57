package io.github.auth0jakarta.it.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@link Identities} on an address that everybody may open, logged in or not. */
@WebServlet("/test/identities")
public class IdentitiesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Identities identities;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonAnswer.write(response, identities.describe(request));
    }
}
