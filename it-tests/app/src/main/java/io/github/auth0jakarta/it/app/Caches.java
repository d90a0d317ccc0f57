package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.internal.boot.Auth0Runtime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;

/** What the library remembers: metadata, keys, tokens, replay entries. */
@ApplicationScoped
public class Caches {

    /** Forgets all of it, as if the application had just started. */
    public void drop() {
        CDI.current().select(Auth0Runtime.class).get().dropCaches();
    }
}
