package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.client.AccessTokenFor;
import io.github.auth0jakarta.client.PropagateAccessToken;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@ApplicationScoped
public class OrderHistory {

    // tag::client
    private final Client invoices =
            ClientBuilder.newClient().register(new AccessTokenFor("https://invoices.example.com", "read:invoices"));

    public String invoicesOfTheCaller() {
        return invoices.target("https://invoices.example.com/v1/invoices")
                .request("application/json")
                .get(String.class);
    }
    // end::client

    @PreDestroy
    void close() {
        invoices.close();
    }

    // tag::propagate
    @RegisterRestClient(baseUri = "https://stock.example.com")
    @RegisterProvider(PropagateAccessToken.class)
    @Path("/stock")
    public interface Stock {
        @GET
        List<String> all();
    }
    // end::propagate

    // tag::exchange
    @RegisterRestClient(baseUri = "https://invoices.example.com")
    @RegisterProvider(InvoicesToken.class)
    @Path("/v1/invoices")
    public interface Invoices {
        @GET
        List<String> all();
    }

    @Priority(Priorities.USER + 1000)
    public static class InvoicesToken extends AccessTokenFor {
        public InvoicesToken() {
            super("https://invoices.example.com", "read:invoices");
        }
    }
    // end::exchange
}
