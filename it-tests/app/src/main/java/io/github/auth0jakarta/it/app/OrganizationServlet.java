package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.RequiresOrganization;
import jakarta.servlet.annotation.WebServlet;

/** A page for the members of one organization. */
@WebServlet("/test/organization")
@RequiresOrganization("acme")
public class OrganizationServlet extends PlainPage {
    private static final long serialVersionUID = 1L;
}
