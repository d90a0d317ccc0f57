package io.github.auth0jakarta.it.app;

import jakarta.enterprise.context.ApplicationScoped;

/** What the library remembers: metadata, keys, tokens, replay entries. */
@ApplicationScoped
public class Caches {

    /** Forgets all of it, as if the application had just started. */
    public void drop() {
        // WIRE: jakarta.enterprise.inject.spi.CDI.current().select(Auth0Runtime.class).get().dropCaches();
    }
}
