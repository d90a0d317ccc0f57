package io.github.auth0jakarta.it.app;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Open itself; the bean that it calls, after it has begun to write, is not. */
@WebServlet("/test/bean/*")
public class GuardedBeanServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient GuardedCalls calls;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.getWriter().write("begun, ");
        String method = request.getPathInfo().substring(1);
        try {
            response.getWriter().write(calls.call(method));
        } catch (RuntimeException e) {
            if (request.getParameter("wrapped") != null) {
                throw new ServletException(e);
            }
            throw e;
        }
    }
}
