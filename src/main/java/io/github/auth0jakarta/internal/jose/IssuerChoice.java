package io.github.auth0jakarta.internal.jose;

import java.util.function.Supplier;

/** Chooses the issuer whose keys have to verify a token; each {@link TrustedIssuer} is the choice where there is one only. */
public interface IssuerChoice {

    /**
     * Returns the issuer; the verified token has to name it.
     *
     * @param unverifiedIssuer reads the {@code iss} claim, for which nobody has signed yet: it may select among issuers that
     *     are accepted anyhow, and nothing else; not to be called where there is nothing to select from
     * @throws io.github.auth0jakarta.Auth0Exception where none is accepted, or where nobody knows
     */
    TrustedIssuer choose(Supplier<String> unverifiedIssuer);
}
