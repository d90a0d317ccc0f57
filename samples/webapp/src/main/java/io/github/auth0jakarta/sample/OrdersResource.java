package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.RequiresScope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The orders, as JSON, for callers with the permission: a page with a session, or a program with an access token. */
@Path("/orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {

    @Inject
    private Orders orders;

    @GET
    @RolesAllowed("read:orders")
    public List<Order> list() {
        return orders.all();
    }

    /** Clears the order book. Nobody is given the scope for it here, so that the API page can show what that is answered. */
    @POST
    @Path("/cleared")
    @RequiresScope("clear:orders")
    public List<Order> clear() {
        return List.of();
    }
}
