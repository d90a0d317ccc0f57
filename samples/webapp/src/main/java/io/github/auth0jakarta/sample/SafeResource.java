package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.RequiresStepUp;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** What is in the safe, for callers who have shown a second factor. */
@Path("/safe")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SafeResource {

    @GET
    @RequiresStepUp(acr = Caller.MULTI_FACTOR)
    public Map<String, Object> content() {
        return Map.of("content", "the recipe of the house blend");
    }
}
