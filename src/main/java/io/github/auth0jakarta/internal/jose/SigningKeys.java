package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.TransportException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one issuer, fetched when first needed and kept as the {@linkplain JwksCachePolicy policy} says.
 *
 * <p>Safe for use by several threads. One fetches and the others wait; where there is a set to go on with, they do not
 * wait either.
 */
public final class SigningKeys implements KeySource {
    private final JwksEndpoint endpoint;
    private final JwksCache cache;
    private volatile @Nullable KeyRing ring;

    /**
     * @param jwksUri where the keys are; asked for each fetch
     * @param fetcher gets the document
     * @param json reads it
     * @param policy how long keys are kept
     * @param executor renews keys in the background; the caller shuts it down
     * @param clock tells the time
     */
    public SigningKeys(
            Supplier<URI> jwksUri,
            JwksFetcher fetcher,
            StrictJson json,
            JwksCachePolicy policy,
            Executor executor,
            InstantSource clock) {
        this.endpoint = new JwksEndpoint(jwksUri, fetcher, json);
        this.cache = new JwksCache(endpoint, policy, executor, clock);
    }

    /** Forgets all keys; the next token causes a fetch. */
    public void dropCache() {
        cache.drop();
    }

    /**
     * Returns the keys that a token with this header may be signed with; none where the issuer has no such key.
     *
     * <p>A key that is not known is asked for again once, because providers rotate keys without notice.
     *
     * @throws Auth0Exception where the provider's keys cannot be had, so that nobody knows whether the token is good
     */
    @Override
    public List<VerificationKey> find(SignatureAlgorithm algorithm, @Nullable String kid) {
        KeyRing current = ringOf(cache.current());
        List<VerificationKey> known = current.find(algorithm, kid);
        if (!known.isEmpty()) {
            return known;
        }
        List<VerificationKey> found = ringOf(cache.newerThan(current.source())).find(algorithm, kid);
        if (found.isEmpty() && endpoint.isFailing()) {
            throw new TransportException(
                    Auth0ErrorCode.TRANSPORT_FAILED,
                    "the provider's keys cannot be fetched to look for an unknown one");
        }
        return found;
    }

    @SuppressWarnings("ReferenceEquality") // whether it is the same set is asked for each token, and must cost nothing
    private KeyRing ringOf(JWKSet set) {
        KeyRing kept = ring;
        if (kept == null || kept.source() != set) {
            kept = KeyRing.of(set);
            ring = kept;
        }
        return kept;
    }
}
