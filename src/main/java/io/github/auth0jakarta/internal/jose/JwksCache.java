package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.TransportException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The key set of one issuer, kept as the {@linkplain JwksCachePolicy policy} says by Nimbus' sources: a cache that renews
 * itself ahead of time, a rate limit, and the last good set while the provider is out.
 *
 * <p>Two things are added to them. A cache that never held a set is thrown away together with its rate limit, so that a
 * start without the provider is over soon after the provider is back; and a set that outlived its time is checked again
 * at the pace of the rate limit, not only after another full period.
 */
final class JwksCache {
    private static final Duration RESTART_AFTER = Duration.ofSeconds(5);

    private final JwksEndpoint endpoint;
    private final JwksCachePolicy policy;
    private final ExecutorService executor;
    private final InstantSource clock;
    private final AtomicLong recheckedAt = new AtomicLong();
    private volatile Chain chain;

    JwksCache(JwksEndpoint endpoint, JwksCachePolicy policy, Executor executor, InstantSource clock) {
        this.endpoint = endpoint;
        this.policy = policy;
        this.executor = new OptionalExecutor(executor);
        this.clock = clock;
        this.chain = newChain();
    }

    /**
     * Returns the set to use now.
     *
     * @throws Auth0Exception where there is none and none can be had: the reason why
     */
    JWKSet current() {
        Chain used = chain;
        recheckInOutage(used);
        try {
            return get(used, JWKSetCacheRefreshEvaluator.noRefresh());
        } catch (RateLimitReachedException e) {
            throw unavailable(e);
        }
    }

    /**
     * Returns a set that was fetched after this one, or this one where the rate limit forbids to ask again.
     *
     * @throws Auth0Exception where a newer set cannot be had
     */
    JWKSet newerThan(JWKSet known) {
        try {
            return get(chain, JWKSetCacheRefreshEvaluator.referenceComparison(known));
        } catch (RateLimitReachedException e) {
            return known;
        }
    }

    /** Forgets the set and the rate limit. */
    void drop() {
        chain = newChain();
    }

    private JWKSet get(Chain used, JWKSetCacheRefreshEvaluator evaluator) throws RateLimitReachedException {
        try {
            JWKSet set = used.source.getJWKSet(evaluator, clock.millis(), null);
            used.loaded = true;
            return set;
        } catch (RateLimitReachedException e) {
            if (!used.loaded && clock.millis() - used.startedAt >= RESTART_AFTER.toMillis()) {
                chain = newChain();
            }
            throw e;
        } catch (KeySourceException e) {
            throw unavailable(e);
        }
    }

    /** Nimbus' cache takes the last good set for a new one and would not look again until that expires. */
    private void recheckInOutage(Chain used) {
        long last = recheckedAt.get();
        long now = clock.millis();
        boolean due = endpoint.isFailing()
                && used.loaded
                && now - last >= policy.refetchInterval().toMillis();
        if (due && recheckedAt.compareAndSet(last, now)) {
            executor.execute(() -> fetchAgain(used, now));
        }
    }

    private static void fetchAgain(Chain used, long now) {
        try {
            used.source.getJWKSet(JWKSetCacheRefreshEvaluator.forceRefresh(), now, null);
        } catch (KeySourceException e) {
            // Still out, as the endpoint has logged; the set in use stays.
        }
    }

    private static Auth0Exception unavailable(Exception failure) {
        return failure.getCause() instanceof Auth0Exception reason
                ? reason
                : new TransportException(
                        Auth0ErrorCode.TRANSPORT_FAILED, "the provider's keys are not available", failure);
    }

    private Chain newChain() {
        var builder = JWKSourceBuilder.create(endpoint)
                .cache(policy.freshFor().toMillis(), policy.waitAtMost().toMillis())
                .refreshAheadCache(policy.refreshAhead().toMillis(), null, executor, false, null, false)
                .rateLimited(policy.refetchInterval().toMillis())
                .outageTolerant(policy.keepInOutage().toMillis());
        // The set itself and not a selection of its keys is wanted, to build the verifiers once per set.
        var source = ((JWKSetBasedJWKSource<SecurityContext>) builder.build()).getJWKSetSource();
        return new Chain(source, clock.millis());
    }

    /** Nimbus' sources, one behind the other, with their state. */
    private static final class Chain {
        private final JWKSetSource<SecurityContext> source;
        private final long startedAt;
        private volatile boolean loaded;

        Chain(JWKSetSource<SecurityContext> source, long startedAt) {
            this.source = source;
            this.startedAt = startedAt;
        }
    }
}
