package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.internal.jose.IssuerChoice;

/** Whose access tokens are accepted, which may depend on the request that brings one. */
@FunctionalInterface
public interface AccessTokenIssuers {

    /** Returns the issuers that a token of this origin may choose from. */
    IssuerChoice acceptedFrom(TokenOrigin origin);
}
