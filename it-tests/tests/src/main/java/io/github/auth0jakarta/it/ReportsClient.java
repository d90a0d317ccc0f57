package io.github.auth0jakarta.it;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;

/** The other API as a MicroProfile REST client, with a token for it (a path on the type makes it a resource on Payara). */
@RegisterProvider(ReportsToken.class)
public interface ReportsClient {
    /** Returns the reports. */
    @GET
    @Path("things")
    Response reports();
}
