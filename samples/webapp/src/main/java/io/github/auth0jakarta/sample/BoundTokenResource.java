package io.github.auth0jakarta.sample;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.http.HttpResponse;

/** Gives the API page an access token that is bound to the key of its script. */
@Path("/bound-token")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BoundTokenResource {

    @Inject
    private BoundTokens tokens;

    /**
     * Passes the token endpoint's answer on.
     *
     * @param proof for the token endpoint, in a header of another name: the {@code DPoP} header is for calls of this API
     */
    @POST
    @RolesAllowed("read:orders")
    public Response token(@HeaderParam("X-Token-Proof") String proof) throws IOException {
        if (proof == null) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        HttpResponse<String> answer = tokens.request(proof);
        return Response.status(answer.statusCode())
                .header("Cache-Control", "no-store")
                .entity(answer.body())
                .build();
    }
}
