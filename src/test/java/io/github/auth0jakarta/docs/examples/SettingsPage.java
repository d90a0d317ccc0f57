package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.RequiresStepUp;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

// tag::settings
@WebServlet("/settings")
@RequiresStepUp(acr = "http://schemas.openid.net/pape/policies/2007/06/multi-factor", maxAge = 900)
public class SettingsPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().write("You have shown a second factor in the last quarter of an hour.");
    }
}
// end::settings
