package io.github.auth0jakarta.internal.http;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The addresses that asked to be left alone for a while; no address waits for another. */
final class RateLimits {
    private final Map<URI, Limit> limits = new ConcurrentHashMap<>();
    private final InstantSource clock;

    private record Limit(int status, Instant until) {}

    RateLimits(InstantSource clock) {
        this.clock = clock;
    }

    /** Remembers that an address answered with this status and wants no request for this long. */
    void begin(URI address, int status, Duration duration) {
        Instant now = clock.instant();
        limits.values().removeIf(limit -> !now.isBefore(limit.until()));
        limits.put(address, new Limit(status, now.plus(duration)));
    }

    /** Returns normally where the address may be asked now. */
    void check(URI address) {
        Limit limit = limits.get(address);
        if (limit == null) {
            return;
        }
        Duration remaining = Duration.between(clock.instant(), limit.until());
        // More than the longest wait means that the clock was set back since.
        if (remaining.isNegative() || remaining.isZero() || remaining.compareTo(RetryAfter.LONGEST) > 0) {
            limits.remove(address, limit);
            return;
        }
        throw new AuthorizationServerException(
                Auth0ErrorCode.SERVER_RATE_LIMITED,
                "not asked again yet: " + address.getAuthority(),
                limit.status(),
                null,
                remaining);
    }

    void clear() {
        limits.clear();
    }
}
