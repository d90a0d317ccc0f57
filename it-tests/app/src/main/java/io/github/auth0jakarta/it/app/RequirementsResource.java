package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.RequiresActor;
import io.github.auth0jakarta.RequiresOrganization;
import io.github.auth0jakarta.RequiresPermission;
import io.github.auth0jakarta.RequiresScope;
import io.github.auth0jakarta.RequiresStepUp;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** One method for each thing that a caller can be asked for; the others need the scope of the class. */
@Path("/requires")
@Produces("text/plain")
@RequiresScope("read:items")
public class RequirementsResource {

    /** Needs the scope of the class. */
    @GET
    @Path("/scope")
    public String scope() {
        return "let in";
    }

    /** Needs the scope of the class, whoever else may pass. */
    @GET
    @Path("/permitted")
    @PermitAll
    public String permitted() {
        return "let in";
    }

    /** Needs two scopes in place of that of the class. */
    @POST
    @Path("/scope")
    @RequiresScope({"write:items", "delete:items"})
    public String scopes() {
        return "let in";
    }

    /** Needs a permission, and the scope of the class. */
    @GET
    @Path("/permission")
    @RequiresPermission("write:orders")
    public String permission() {
        return "let in";
    }

    /** Needs an organization, by id or by name, and the scope of the class. */
    @GET
    @Path("/organization")
    @RequiresOrganization({"org_acme", "Globex"})
    public String organization() {
        return "let in";
    }

    /** Needs an actor, and the scope of the class. */
    @GET
    @Path("/actor")
    @RequiresActor("agent@clients")
    public String actor() {
        return "let in";
    }

    /** Needs a strong and recent login, and the scope of the class. */
    @GET
    @Path("/step-up")
    @RequiresStepUp(
            acr = {"gold", "platinum"},
            maxAge = 300)
    public String stepUp() {
        return "let in";
    }

    /** Sends one event to whoever has the scope of the class. */
    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@Context SseEventSink sink, @Context Sse sse) {
        sink.send(sse.newEvent("let in")).whenComplete((sent, failure) -> sink.close());
    }
}
