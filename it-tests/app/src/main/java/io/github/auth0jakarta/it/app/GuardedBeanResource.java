package io.github.auth0jakarta.it.app;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Open itself; the bean that it calls is not. */
@Path("/bean/{method}")
@Produces("text/plain")
public class GuardedBeanResource {

    @Inject
    private GuardedCalls calls;

    /** Calls the bean. */
    @GET
    public String call(@PathParam("method") String method) {
        return calls.call(method);
    }
}
