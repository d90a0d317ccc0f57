package io.github.auth0jakarta.internal.api;

import java.net.URI;
import java.util.Optional;

/** The request that an access token came in, as far as an {@link io.github.auth0jakarta.spi.IssuerResolver} may ask. */
public interface TokenOrigin {
    /** The origin of a token that came another way than in a request. */
    TokenOrigin NO_REQUEST = new TokenOrigin() {
        @Override
        public Optional<URI> uri() {
            return Optional.empty();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }
    };

    /** Returns the address of the request by configuration. */
    Optional<URI> uri();

    /** Returns the first header of this name. */
    Optional<String> header(String name);
}
