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
public final class SigningKeys {
    private final JwksEndpoint endpoint;
    private final JwksCache cache;
    private final SignatureProviders providers;
    private volatile @Nullable Current current;

    /**
     * @param jwksUri where the keys are; asked for each fetch
     * @param fetcher gets the document
     * @param json reads it
     * @param providers verify signatures
     * @param policy how long keys are kept
     * @param executor renews keys in the background; the caller shuts it down
     * @param clock tells the time
     */
    public SigningKeys(
            Supplier<URI> jwksUri,
            JwksFetcher fetcher,
            StrictJson json,
            SignatureProviders providers,
            JwksCachePolicy policy,
            Executor executor,
            InstantSource clock) {
        this.providers = providers;
        this.endpoint = new JwksEndpoint(jwksUri, fetcher, json);
        this.cache = new JwksCache(endpoint, policy, executor, clock);
    }

    /** Forgets all keys; the next token causes a fetch. */
    public void dropCache() {
        cache.drop();
    }

    /**
     * Returns the keys to use now; the same object as long as the issuer publishes the same keys.
     *
     * @throws Auth0Exception where the provider's keys cannot be had, so that nobody knows whether a token is good
     */
    KeyRing ring() {
        return ringOf(cache.current());
    }

    /**
     * Returns keys that have one for a token with this header, or the newest there are.
     *
     * <p>A key that is not known is asked for again once, because providers rotate keys without notice.
     *
     * @throws Auth0Exception where the provider's keys cannot be had, so that nobody knows whether the token is good
     */
    KeyRing ringFor(SignatureAlgorithm algorithm, @Nullable String kid) {
        JWKSet known = cache.current();
        KeyRing ring = ringOf(known);
        if (!ring.find(algorithm, kid).isEmpty()) {
            return ring;
        }
        KeyRing newer = ringOf(cache.newerThan(known));
        if (newer.find(algorithm, kid).isEmpty() && endpoint.isFailing()) {
            throw new TransportException(
                    Auth0ErrorCode.TRANSPORT_FAILED,
                    "the provider's keys cannot be fetched to look for an unknown one");
        }
        return newer;
    }

    /** Returns the keys that a token with this header may be signed with; none where the issuer has no such key. */
    List<VerificationKey> find(SignatureAlgorithm algorithm, @Nullable String kid) {
        return ringFor(algorithm, kid).find(algorithm, kid);
    }

    @SuppressWarnings("ReferenceEquality") // whether it is the same set is asked for each token, and must cost nothing
    private KeyRing ringOf(JWKSet set) {
        Current kept = current;
        if (kept != null && kept.set() == set) {
            return kept.ring();
        }
        KeyRing ring =
                kept != null && kept.ring().isOf(set.getKeys()) ? kept.ring() : new KeyRing(set.getKeys(), providers);
        current = new Current(set, ring);
        return ring;
    }

    /** The set that was fetched last, and the keys that it has. */
    private record Current(JWKSet set, KeyRing ring) {}
}
