package io.github.auth0jakarta.it.app;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;

/** A page for the role admin, by annotation. */
@WebServlet("/test/admin")
@ServletSecurity(@HttpConstraint(rolesAllowed = "admin"))
public class AdminServlet extends PlainPage {
    private static final long serialVersionUID = 1L;
}
