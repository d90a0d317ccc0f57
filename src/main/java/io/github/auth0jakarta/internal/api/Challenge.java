package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.internal.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a program that is not let in; {@link Challenges} makes it.
 *
 * @param wwwAuthenticate the values of {@code WWW-Authenticate}, one for each scheme; none where credentials are not the
 *     trouble
 * @param nonce for the client's next proof, null where it needs none
 * @param body JSON
 */
public record Challenge(
        int status, List<String> wwwAuthenticate, @Nullable String nonce, String body) {
    /** RFC 9449, 8.2. */
    static final String NONCE_HEADER = "DPoP-Nonce";

    /** Answers with it. */
    public void send(HttpServletRequest request, HttpServletResponse response) {
        Answers.noStore(request, response);
        wwwAuthenticate.forEach(value -> response.addHeader("WWW-Authenticate", value));
        if (nonce != null) {
            response.setHeader(NONCE_HEADER, nonce);
        }
        try {
            Answers.json(response, status, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the caller has gone
        }
    }

    /** Returns it as a Jakarta REST answer, to which the application's filters may add. */
    public Response toResponse() {
        Response.ResponseBuilder answer = Response.status(status)
                .header("Cache-Control", "no-store")
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body);
        wwwAuthenticate.forEach(value -> answer.header("WWW-Authenticate", value));
        if (nonce != null) {
            answer.header(NONCE_HEADER, nonce);
        }
        return answer.build();
    }
}
