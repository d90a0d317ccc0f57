package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.AuthorizationServerException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells the page's script by its code what a service could not do. */
@Provider
public class ServiceFailure implements ExceptionMapper<Auth0Exception> {
    private static final int FAILED_DEPENDENCY = 424;

    @Override
    public Response toResponse(Auth0Exception failure) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", failure.code().toString());
        if (failure instanceof AuthorizationServerException refused) {
            body.put("status", refused.status());
            refused.error().ifPresent(error -> body.put("error", error));
        }
        return Response.status(FAILED_DEPENDENCY)
                .type(MediaType.APPLICATION_JSON)
                .entity(body)
                .build();
    }
}
