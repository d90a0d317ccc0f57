package io.github.auth0jakarta.it.app;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;

/** {@link Identities} as seen by a resource of the API that everybody may call. */
@Path("/identities")
@Produces("application/json")
public class IdentitiesResource {

    @Inject
    private Identities identities;

    /** Returns the names. */
    @GET
    public JsonObject identities(@Context HttpServletRequest request) {
        return identities.describe(request);
    }
}
