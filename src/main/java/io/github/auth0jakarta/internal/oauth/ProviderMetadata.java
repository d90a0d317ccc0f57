package io.github.auth0jakarta.internal.oauth;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about itself (OpenID Connect Discovery 1.0, 3), as far as it is used here.
 *
 * @param userinfoEndpoint null where there is none, like all further addresses
 * @param issuerParameterSupported whether every authorization response has an {@code iss} (RFC 9207)
 */
public record ProviderMetadata(
        String issuer,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        URI jwksUri,
        @Nullable URI userinfoEndpoint,
        @Nullable URI endSessionEndpoint,
        @Nullable URI revocationEndpoint,
        boolean issuerParameterSupported) {}
