package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.BackchannelAuthentication;
import io.github.auth0jakarta.BackchannelAuthenticationRequest;
import io.github.auth0jakarta.BackchannelAuthenticationResult;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Approved;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Denied;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Pending;
import io.github.auth0jakarta.BackchannelAuthenticationService;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

@Path("/transfers")
public class TransferApprovals {
    @Inject
    private Auth0Session session;

    // tag::start
    @Inject
    private BackchannelAuthenticationService approvals;

    public BackchannelAuthentication ask(String code) {
        return approvals.start(
                BackchannelAuthenticationRequest.of(session.subject().orElseThrow(), code)
                        .withAudience("https://bank.example.com")
                        .withScopes(Set.of("transfer:money"))
                        .withAuthorizationDetails(List.of(Map.of("type", "transfer", "amount", "1000")))
                        .withRequestedExpiry(Duration.ofMinutes(2)));
    }
    // end::start

    // tag::await
    @POST
    public CompletionStage<String> transfer(@FormParam("code") String code) {
        return approvals
                .await(ask(code))
                .thenApply(tokens -> pay(tokens.accessToken().value()));
    }
    // end::await

    // tag::poll
    @POST
    @Path("/approval")
    public Response state(@FormParam("id") String id) {
        BackchannelAuthenticationResult result = approvals.poll(id);
        if (result instanceof Pending pending) {
            return Response.accepted()
                    .header("Retry-After", pending.pollAfter().toSeconds() + 1)
                    .build();
        }
        if (result instanceof Approved approved) {
            return Response.ok(pay(approved.tokens().accessToken().value())).build();
        }
        return Response.status(result instanceof Denied ? 403 : 410).build();
    }
    // end::poll

    // tag::login
    @POST
    @Path("/login")
    public boolean isLoggedIn(@FormParam("id") String id) {
        return approvals.login(id) instanceof Approved;
    }
    // end::login

    private String pay(String accessToken) {
        return accessToken.isEmpty() ? "" : "paid";
    }
}
