package io.github.auth0jakarta.it.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** Orders that need a scope to be read or written; nothing is kept. */
@Path("/orders")
@Produces("application/json")
public class OrdersResource {

    /** Returns the orders. */
    @GET
    @RolesAllowed("SCOPE_read:orders")
    public JsonObject orders() {
        return Json.createObjectBuilder()
                .add("orders", Json.createArrayBuilder().add("4711").add("4712"))
                .build();
    }

    /** Accepts an order. */
    @POST
    @RolesAllowed("SCOPE_write:orders")
    public Response order() {
        JsonObject created = Json.createObjectBuilder().add("order", "4713").build();
        return Response.status(Response.Status.CREATED).entity(created).build();
    }
}
