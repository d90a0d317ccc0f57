package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.Auth0Session;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Tells any authenticated caller of the API who it is. */
@Path("/me")
@RolesAllowed("**")
@Produces("application/json")
public class MeResource {

    @Inject
    private Auth0Session session;

    /** Returns caller, groups and claims. */
    @GET
    public JsonObject me() {
        return CallerJson.of(session);
    }
}
