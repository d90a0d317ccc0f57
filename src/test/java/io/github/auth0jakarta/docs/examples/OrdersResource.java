package io.github.auth0jakarta.docs.examples;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

// tag::orders
@Path("/orders")
@RequestScoped
@Produces("application/json")
public class OrdersResource {

    /** By the scope of the access token. */
    @GET
    @RolesAllowed("SCOPE_read:orders")
    public List<String> list() {
        return List.of("Flat white", "Cold brew");
    }

    /** By a permission of the caller, from role-based access control. */
    @POST
    @RolesAllowed("write:orders")
    public void add(String item) {
        // ...
    }
}
// end::orders
