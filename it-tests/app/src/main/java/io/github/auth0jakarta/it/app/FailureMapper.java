package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.Auth0Exception;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Turns the library's exceptions into answers, for the API. */
@Provider
public class FailureMapper implements ExceptionMapper<Auth0Exception> {

    @Override
    public Response toResponse(Auth0Exception exception) {
        Failure failure = Failure.of(exception);
        return Response.status(failure.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(failure.json())
                .build();
    }
}
