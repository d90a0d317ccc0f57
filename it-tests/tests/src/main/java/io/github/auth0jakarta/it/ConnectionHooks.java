package io.github.auth0jakarta.it;

import io.github.auth0jakarta.spi.CallbackHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Takes part in connections that were begun with a note. */
@ApplicationScoped
public class ConnectionHooks implements CallbackHandler {
    static final String NOTE = "note";

    @Override
    public String connected(CompletedConnection connection, HttpServletRequest request) {
        return connection.appState().containsKey(NOTE)
                ? request.getContextPath() + "/test/identities?connected="
                        + connection.account().connection()
                : connection.returnTo();
    }

    @Override
    public boolean failed(FailedLogin login, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String note = login.appState().get(NOTE);
        if (note == null) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        response.getOutputStream()
                .write((note + ": " + login.code().text() + " " + login.error()).getBytes(StandardCharsets.UTF_8));
        return true;
    }
}
