package io.github.auth0jakarta.it.app;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** One method for each annotation of Jakarta Annotations that says who may call. */
@Path("/roles")
@Produces("text/plain")
@RolesAllowed("nobody-has-this-role")
public class RolesResource {

    /** May be called with the role admin, which wins over the annotation of the class. */
    @GET
    @Path("/admin")
    @RolesAllowed("admin")
    public String admin() {
        return "admin";
    }

    /** May be called by nobody. */
    @GET
    @Path("/denied")
    @DenyAll
    public String denied() {
        return "denied";
    }

    /** May be called by everybody. */
    @GET
    @Path("/open")
    @PermitAll
    public String open() {
        return "open";
    }

    /** May be called with the role of the class. */
    @GET
    @Path("/inherited")
    public String inherited() {
        return "inherited";
    }
}
