package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.RequiresStepUp;
import jakarta.servlet.annotation.WebServlet;

/** A page that needs a second factor (Auth0's only authentication context class) and a recent login. */
@WebServlet("/test/step-up")
@RequiresStepUp(acr = "http://schemas.openid.net/pape/policies/2007/06/multi-factor", maxAge = 300)
public class StepUpServlet extends PlainPage {
    private static final long serialVersionUID = 1L;
}
