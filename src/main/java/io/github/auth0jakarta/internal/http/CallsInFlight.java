package io.github.auth0jakarta.internal.http;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TransportException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits how many requests are under way to one host; those beyond it wait, and no host waits for another.
 *
 * <p>A provider that answers slowly would otherwise be sent a connection for each request of ours. Hosts come from the
 * configuration and from metadata that were checked against it, so there are few.
 */
final class CallsInFlight {
    static final int PER_HOST = 64;

    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

    /**
     * Begins a request, which {@link #end} ends.
     *
     * @throws TransportException {@code transport.timeout} where none of the others ended in this time
     */
    void begin(String host, Duration patience) {
        try {
            if (of(host).tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(Auth0ErrorCode.TRANSPORT_FAILED, "interrupted", e);
        }
        throw new TransportException(Auth0ErrorCode.TRANSPORT_TIMEOUT, "too many requests are under way to " + host);
    }

    void end(String host) {
        of(host).release();
    }

    private Semaphore of(String host) {
        return hosts.computeIfAbsent(host, name -> new Semaphore(PER_HOST));
    }
}
