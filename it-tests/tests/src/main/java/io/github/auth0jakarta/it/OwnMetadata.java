package io.github.auth0jakarta.it;

import io.github.auth0jakarta.ProtectedResourceMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;

/** What an application says of its API itself. */
@ApplicationScoped
public class OwnMetadata {

    /** Returns the metadata. */
    @Produces
    public ProtectedResourceMetadata metadata() {
        return new ProtectedResourceMetadata.Builder("https://gateway.example/orders", List.of("https://as.example"))
                .resourceName("Own")
                .build();
    }
}
