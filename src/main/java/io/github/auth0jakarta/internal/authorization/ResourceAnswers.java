package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.internal.api.Challenge;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The answers to requests for Jakarta REST resources that were not let in. */
final class ResourceAnswers {
    private ResourceAnswers() {}

    /**
     * Returns the answer; a person has been answered already, and of that answer only the status is left.
     *
     * @param page whether what was asked for is a page, for requests that do not tell
     */
    static Response of(Auth0Exception refusal, boolean page) {
        DenialAnswers answers = CDI.current().select(Authorization.class).get().answers();
        HttpServletRequest request =
                CDI.current().select(HttpServletRequest.class).get();
        try {
            HttpServletResponse response = CurrentResponse.of(request);
            return answers.sendToPerson(refusal, page, request, response)
                    ? Response.status(response.getStatus()).build()
                    : response(answers.challenge(refusal, request));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the browser has gone
        }
    }

    /** The application's filters may add to it. */
    private static Response response(Challenge challenge) {
        Response.ResponseBuilder answer = Response.status(challenge.status())
                .header("Cache-Control", "no-store")
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(challenge.body());
        challenge.wwwAuthenticate().forEach(value -> answer.header("WWW-Authenticate", value));
        return answer.build();
    }
}
