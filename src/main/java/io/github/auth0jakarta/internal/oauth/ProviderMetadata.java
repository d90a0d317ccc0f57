package io.github.auth0jakarta.internal.oauth;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about itself (OpenID Connect Discovery 1.0, 3), as far as it is used here.
 *
 * <p>What it says about PKCE is not: S256 is sent to every provider, so none can talk a client out of it (RFC 9700, 4.8.2).
 *
 * @param endSessionEndpoint null where there is none
 * @param endpoints the addresses that a client talks to itself
 * @param mtlsEndpoints the same for clients that show a certificate, null where there are none, or not the issuer's
 * @param issuerParameterSupported whether every authorization response has an {@code iss} (RFC 9207)
 * @param pushedAuthorizationRequired whether authorization requests are taken only when pushed (RFC 9126, 5)
 */
public record ProviderMetadata(
        String issuer,
        URI authorizationEndpoint,
        URI jwksUri,
        @Nullable URI endSessionEndpoint,
        ClientEndpoints endpoints,
        @Nullable ClientEndpoints mtlsEndpoints,
        boolean issuerParameterSupported,
        boolean pushedAuthorizationRequired) {}
