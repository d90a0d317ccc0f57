package io.github.auth0jakarta.it;

import io.github.auth0jakarta.Auth0Session;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Counts the caller's visits in the session. */
@Path("/visits")
@Produces("application/json")
public class VisitsResource {

    @Inject
    private Auth0Session session;

    /** Counts one more. */
    @POST
    public JsonObject visit() {
        session.updateAttributes(data -> data.merge("visits", 1L, (visits, one) -> (Long) visits + (Long) one));
        return Json.createObjectBuilder(session.attributes()).build();
    }
}
