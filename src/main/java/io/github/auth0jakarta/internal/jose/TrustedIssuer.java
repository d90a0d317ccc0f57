package io.github.auth0jakarta.internal.jose;

import java.util.function.Supplier;

/**
 * A provider whose tokens are accepted, and the keys that sign them; keys of one issuer are good for no other.
 *
 * @param issuer what the {@code iss} claim must be, character by character
 * @param keys its keys
 */
public record TrustedIssuer(String issuer, SigningKeys keys) implements IssuerChoice {

    /** Returns this one, whatever the token says: if it names another, that shows when its signature has been verified. */
    @Override
    public TrustedIssuer choose(Supplier<String> unverifiedIssuer) {
        return this;
    }
}
