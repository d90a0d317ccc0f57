package io.github.auth0jakarta.it;

import io.github.auth0jakarta.Auth0Session;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Tells which events the application has seen since this was asked last, and what it keeps in the caller's session. */
@WebServlet("/test/hooks")
public class HooksServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient RecordedEvents events;

    @Inject
    private transient Auth0Session session;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonObject seen = Json.createObjectBuilder()
                .add("events", Json.createArrayBuilder(events.taken()))
                .add("attributes", Json.createObjectBuilder(session.attributes()))
                .add("claims", Json.createObjectBuilder(session.claims()))
                .build();
        response.setContentType("application/json");
        response.getOutputStream().write(seen.toString().getBytes(StandardCharsets.UTF_8));
    }
}
