package io.github.auth0jakarta;

import java.net.URI;
import java.util.Optional;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0, 3), checked: all addresses are the issuer's.
 *
 * @param issuer as it stands in tokens
 * @param authorizationEndpoint where logins begin
 * @param tokenEndpoint where tokens are issued
 * @param jwksUri where its keys are
 * @param userinfoEndpoint empty where there is none, like all further addresses
 * @param revocationEndpoint RFC 7009
 * @param endSessionEndpoint RP-Initiated Logout 1.0
 * @param pushedAuthorizationRequestEndpoint RFC 9126
 * @param pushedAuthorizationRequired whether authorization requests are taken only when pushed
 */
public record ServerMetadata(
        String issuer,
        URI authorizationEndpoint,
        URI tokenEndpoint,
        URI jwksUri,
        Optional<URI> userinfoEndpoint,
        Optional<URI> revocationEndpoint,
        Optional<URI> endSessionEndpoint,
        Optional<URI> pushedAuthorizationRequestEndpoint,
        boolean pushedAuthorizationRequired) {}
