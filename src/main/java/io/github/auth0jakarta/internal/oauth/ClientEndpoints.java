package io.github.auth0jakarta.internal.oauth;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that a client talks to itself; a provider may have a second set of them for clients that show a
 * certificate (RFC 8705, 5).
 *
 * @param revocation null where there is none, like all further addresses
 */
public record ClientEndpoints(
        URI token,
        @Nullable URI revocation,
        @Nullable URI userinfo,
        @Nullable URI pushedAuthorizationRequest,
        @Nullable URI backchannelAuthentication) {}
