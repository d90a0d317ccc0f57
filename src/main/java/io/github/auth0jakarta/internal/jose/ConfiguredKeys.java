package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys that the operator of an application names, in place of those that the issuer publishes.
 *
 * <p>Often one key in PEM, which has no name. So a key without a name verifies tokens that name any; one that has a name
 * verifies, as everywhere, none that name another.
 */
public final class ConfiguredKeys implements KeySource {
    private final KeySource keys;

    private ConfiguredKeys(KeySource keys) {
        this.keys = keys;
    }

    /**
     * Returns the keys of this text: a public key in PEM, a JWK or a JWKS.
     *
     * @throws IllegalArgumentException where it is none, or none that may be used; the message says nothing of it
     */
    public static ConfiguredKeys of(StrictJson json, String text) {
        JWKSet set;
        try {
            set = JwksDocument.parse(json, PublicKeyDocument.jwks(json, text));
        } catch (AuthorizationServerException e) {
            throw new IllegalArgumentException(
                    "has no public key that may be used (RSA of 2048 bits and more, or EC)", e);
        }
        return new ConfiguredKeys(KeyRing.of(set)::find);
    }

    /** Returns the keys of a document elsewhere, which a {@linkplain #fetcher fetcher for such} gets. */
    public static ConfiguredKeys of(SigningKeys keys) {
        return new ConfiguredKeys(keys);
    }

    /** Returns what gets the same texts that {@link #of(StrictJson, String)} takes. */
    public static JwksFetcher fetcher(JwksFetcher documents, StrictJson json) {
        return (URI location) -> {
            String text = new String(documents.fetch(location), StandardCharsets.UTF_8);
            try {
                return PublicKeyDocument.jwks(json, text);
            } catch (IllegalArgumentException e) {
                throw JwksDocument.invalid("the document is no public key");
            }
        };
    }

    /**
     * {@inheritDoc}
     *
     * @throws Auth0Exception as there
     */
    @Override
    public List<VerificationKey> find(SignatureAlgorithm algorithm, @Nullable String kid) {
        List<VerificationKey> any = keys.find(algorithm, null);
        boolean unnamed = any.stream().anyMatch(key -> key.kid() == null);
        if (kid == null || !unnamed) {
            return kid == null ? any : keys.find(algorithm, kid);
        }
        return any.stream()
                .filter(key -> key.kid() == null || kid.equals(key.kid()))
                .toList();
    }
}
