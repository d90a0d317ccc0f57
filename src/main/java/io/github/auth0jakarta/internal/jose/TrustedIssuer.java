package io.github.auth0jakarta.internal.jose;

/**
 * A provider whose tokens are accepted, and the keys that sign them; keys of one issuer are good for no other.
 *
 * @param issuer what the {@code iss} claim must be, character by character
 * @param keys its keys
 */
public record TrustedIssuer(String issuer, SigningKeys keys) {}
