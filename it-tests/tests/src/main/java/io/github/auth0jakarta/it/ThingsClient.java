package io.github.auth0jakarta.it;

import io.github.auth0jakarta.client.PropagateAccessToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;

/** The other API as a MicroProfile REST client, with the caller's own token (a path on the type makes it a resource on Payara). */
@RegisterProvider(PropagateAccessToken.class)
public interface ThingsClient {
    /** Returns the things. */
    @GET
    @Path("things")
    Response things();

    /** Goes where the things were. */
    @GET
    @Path("moved")
    Response moved();

    /** Makes a thing. */
    @POST
    @Path("fresh")
    Response make(String thing);
}
