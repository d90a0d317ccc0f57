package io.github.auth0jakarta.internal.jose;

import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.nio.charset.StandardCharsets;

/** Keys that the operator of an application names, in place of those that the issuer publishes: PEM, a JWK or a JWKS. */
public final class ConfiguredKeys {
    private ConfiguredKeys() {}

    /**
     * Returns what always gives the keys of this text.
     *
     * @throws IllegalArgumentException where it has none, or none that may be used; the message says nothing of it
     */
    public static JwksFetcher of(StrictJson json, String text) {
        byte[] jwks = PublicKeyDocument.jwks(json, text);
        try {
            JwksDocument.parse(json, jwks);
        } catch (AuthorizationServerException e) {
            throw new IllegalArgumentException(
                    "has no public key that may be used (RSA of 2048 bits and more, or EC)", e);
        }
        return location -> jwks.clone();
    }

    /** Returns what gets such texts from elsewhere. */
    public static JwksFetcher from(JwksFetcher documents, StrictJson json) {
        return location -> {
            String text = new String(documents.fetch(location), StandardCharsets.UTF_8);
            try {
                return PublicKeyDocument.jwks(json, text);
            } catch (IllegalArgumentException e) {
                throw JwksDocument.invalid("the document is no public key");
            }
        };
    }
}
