package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.ConnectAccountRequest;
import io.github.auth0jakarta.ConnectedAccount;
import io.github.auth0jakarta.ConnectedAccountService;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

// tag::accounts
@Path("/accounts")
public class AccountsResource {
    @Inject
    private ConnectedAccountService accounts;

    @GET
    public List<String> connected() {
        return accounts.list().stream().map(ConnectedAccount::connection).toList();
    }

    @POST
    @Path("/google")
    public Response connect() {
        ConnectAccountRequest wanted = ConnectAccountRequest.of("google-oauth2")
                .withScopes(Set.of("https://www.googleapis.com/auth/calendar.readonly"))
                .withReturnTo("/settings");
        return Response.seeOther(accounts.begin(wanted)).build();
    }

    @DELETE
    @Path("/google")
    public void disconnect() {
        accounts.disconnectAll("google-oauth2");
    }
}
// end::accounts
