package io.github.auth0jakarta.tenant;

import org.jspecify.annotations.Nullable;

/**
 * A request to the token endpoint whose sender is known.
 *
 * @param client the authenticated client
 * @param form the parameters
 * @param thumbprint of the key that the client has proved to have (RFC 9449), null without a proof
 */
record TokenRequest(
        Client client, Parameters form, @Nullable String thumbprint) {}
