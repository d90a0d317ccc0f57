package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.RequiresScope;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page that needs a scope, and comes back to itself by an asynchronous dispatch. */
@WebServlet(urlPatterns = "/test/async", asyncSupported = true)
@RequiresScope("read:items")
public class AsyncServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            response.setContentType("text/plain");
            response.getWriter().write("dispatched");
        } else {
            AsyncContext async = request.startAsync();
            async.start(async::dispatch);
        }
    }
}
