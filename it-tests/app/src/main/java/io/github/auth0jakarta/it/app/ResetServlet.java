package io.github.auth0jakarta.it.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Drops every cache of the library; a test application may have such an address, a real one must not. */
@WebServlet("/test/reset")
public class ResetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Caches caches;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        caches.drop();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
