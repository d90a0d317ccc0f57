package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.BackchannelAuthentication;
import io.github.auth0jakarta.BackchannelAuthenticationRequest;
import io.github.auth0jakarta.BackchannelAuthenticationResult;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Approved;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Denied;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Pending;
import io.github.auth0jakarta.BackchannelAuthenticationService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Asks the user on another device whether an order may be sent (CIBA). */
@Path("/services/approval")
@RequestScoped
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class ApprovalResource {
    private static final String MESSAGE = "Order-1042";

    @Inject
    private Auth0Session session;

    @Inject
    private BackchannelAuthenticationService approvals;

    /**
     * What the page goes on with.
     *
     * @param id of the request for approval
     */
    public record Request(String id) {}

    @POST
    public Map<String, Object> ask() {
        BackchannelAuthentication asked = approvals.start(
                BackchannelAuthenticationRequest.of(session.subject().orElseThrow(), MESSAGE));
        return Map.of(
                "state",
                "pending",
                "message",
                MESSAGE,
                "id",
                asked.id(),
                "pollAfter",
                asked.interval().toMillis());
    }

    /** Tells the page how it stands; the page asks again after as many milliseconds as it is told. */
    @POST
    @Path("/state")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> state(Request request) {
        BackchannelAuthenticationResult result = approvals.poll(request.id());
        if (result instanceof Pending pending) {
            return Map.of("state", "pending", "pollAfter", pending.pollAfter().toMillis());
        }
        if (result instanceof Approved approved) {
            return Map.of("state", "approved", "token", ShownToken.of(approved.tokens()));
        }
        return Map.of("state", result instanceof Denied ? "denied" : "expired");
    }
}
