package io.github.auth0jakarta.tenant;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the token endpoint whose sender is known.
 *
 * @param client the authenticated client
 * @param form the parameters
 * @param objects the members that no form can have, where the parameters came as a JSON object
 * @param thumbprint of the key that the client has proved to have (RFC 9449), null without a proof
 */
record TokenRequest(
        Client client,
        Parameters form,
        Map<String, Object> objects,
        @Nullable String thumbprint) {}
