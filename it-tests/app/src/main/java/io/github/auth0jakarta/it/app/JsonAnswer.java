package io.github.auth0jakarta.it.app;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes JSON as the answer of a servlet. */
final class JsonAnswer {

    private JsonAnswer() {}

    static void write(HttpServletResponse response, JsonObject json) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
