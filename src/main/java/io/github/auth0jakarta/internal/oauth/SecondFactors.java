package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.AuthorizationServerException;

/** Makes of a demand for a second factor what an application can go on with. */
@FunctionalInterface
public interface SecondFactors {

    /**
     * Returns what is thrown to whoever asked for the token; it must not show the provider's token.
     *
     * @param purpose what the token was asked for
     */
    AuthorizationServerException required(SecondFactorDemand demand, TokenPurpose purpose);
}
