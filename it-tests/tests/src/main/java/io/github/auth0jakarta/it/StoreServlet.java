package io.github.auth0jakarta.it;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Makes the {@link SwitchableSessionStore} fail or work again, and prints what is in it: a line for each session. */
@WebServlet("/test/store")
public class StoreServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SwitchableSessionStore store;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String dump = store.dump().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().content())
                .collect(Collectors.joining("\n"));
        response.setContentType("text/plain");
        response.getOutputStream().write(dump.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        store.setDown(Boolean.parseBoolean(request.getParameter("down")));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
