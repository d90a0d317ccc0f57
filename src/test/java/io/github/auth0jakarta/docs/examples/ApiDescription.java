package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.ProtectedResourceMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;

// tag::producer
@ApplicationScoped
public class ApiDescription {

    @Produces
    public ProtectedResourceMetadata metadata() {
        return new ProtectedResourceMetadata.Builder(
                        "https://api.example.com/orders", List.of("https://tenant.eu.auth0.com/"))
                .resourceName("Orders")
                .scopesSupported(List.of("read:orders", "write:orders"))
                .build();
    }
}
// end::producer
