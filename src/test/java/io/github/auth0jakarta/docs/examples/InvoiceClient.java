package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.AccessTokenService;
import io.github.auth0jakarta.InteractionRequiredException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;

@RequestScoped
public class InvoiceClient {

    @Inject
    private AccessTokenService accessTokens;

    // tag::call
    public String invoices() {
        AccessToken token = accessTokens.accessToken("https://invoices.example.com", Set.of("read:invoices"));
        try (Client client = ClientBuilder.newClient()) {
            return client.target("https://invoices.example.com/v1/invoices")
                    .request("application/json")
                    .header("Authorization", "Bearer " + token.value())
                    .get(String.class);
        }
    }
    // end::call

    // tag::interaction-required
    public String invoicesOrLogin() {
        try {
            return invoices();
        } catch (InteractionRequiredException e) {
            // The code says why: nobody is logged in, or the login has no refresh token that still works.
            throw new WebApplicationException(e.code().text(), e, Status.UNAUTHORIZED);
        }
    }
    // end::interaction-required
}
