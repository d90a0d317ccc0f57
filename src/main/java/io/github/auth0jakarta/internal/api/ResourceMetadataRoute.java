package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Answers with the metadata of the API (RFC 9728, 3.2), the same for everybody.
 *
 * <p>Pages of every origin may read them: they are public, the answer depends on no cookie, and a client in a browser needs them
 * before it can have a token.
 */
final class ResourceMetadataRoute implements Route {
    private static final String ALLOWED = "GET, HEAD";
    private static final String FIVE_MINUTES = "public, max-age=300";

    private final @Nullable String json;

    /**
     * @param json the metadata, null where there are none for the address that the request came to
     */
    ResourceMetadataRoute(@Nullable String json) {
        this.json = json;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isPreflight(request)) {
            preflight(response);
        } else if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            Route.methodNotAllowed(request, response, ALLOWED);
        } else if (json == null) {
            Answers.noStore(request, response);
            Answers.json(response, HttpServletResponse.SC_NOT_FOUND, "{\"error\":\"not_found\"}");
        } else {
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Cache-Control", FIVE_MINUTES);
            Answers.json(response, HttpServletResponse.SC_OK, json);
        }
    }

    /** Such a question comes before a request with headers of its own, for example the version of a protocol. */
    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static void preflight(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Allow-Methods", ALLOWED);
        response.setHeader("Access-Control-Allow-Headers", "*");
        response.setHeader("Access-Control-Max-Age", "300");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
