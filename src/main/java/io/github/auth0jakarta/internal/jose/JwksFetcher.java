package io.github.auth0jakarta.internal.jose;

import java.net.URI;

/** Gets the document with a provider's keys, within limits of time and size. */
@FunctionalInterface
public interface JwksFetcher {

    /**
     * Returns the body of a successful answer.
     *
     * @throws io.github.auth0jakarta.TransportException where there was none in time
     * @throws io.github.auth0jakarta.AuthorizationServerException where the answer was an error
     */
    byte[] fetch(URI jwksUri);
}
