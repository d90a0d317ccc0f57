package io.github.auth0jakarta.it.app;

import jakarta.servlet.annotation.WebServlet;

/** A page for the role admin, by the {@code <security-constraint>} of web.xml. */
@WebServlet("/constraint/*")
public class ConstraintServlet extends PlainPage {
    private static final long serialVersionUID = 1L;
}
