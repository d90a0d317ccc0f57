package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.RequiresScope;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page that needs a scope to be read and another to be posted to. */
@WebServlet("/test/guarded/*")
@RequiresScope("read:items")
public class GuardedServlet extends PlainPage {
    private static final long serialVersionUID = 1L;

    @Override
    @RequiresScope("write:items")
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        super.doPost(request, response);
    }
}
