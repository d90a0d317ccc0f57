package io.github.auth0jakarta.tenant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The logout tokens that were sent (OpenID Connect Back-Channel Logout 1.0), each there once its answer has come. */
public final class LogoutDeliveries {

    private final List<LogoutDelivery> deliveries = new ArrayList<>();

    LogoutDeliveries() {}

    synchronized void add(LogoutDelivery delivery) {
        deliveries.add(delivery);
        notifyAll();
    }

    /** Returns all deliveries, oldest first. */
    public synchronized List<LogoutDelivery> all() {
        return List.copyOf(deliveries);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        deliveries.clear();
    }

    /**
     * Waits until at least that many tokens have been sent and answered, and returns their deliveries.
     *
     * @throws IllegalStateException when they have not in time
     */
    public synchronized List<LogoutDelivery> await(int count, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (deliveries.size() < count) {
            long remaining = deadline - System.nanoTime();
            if (remaining <= 0) {
                throw new IllegalStateException("waited for " + count + " logout tokens, sent " + deliveries);
            }
            // Rounded up: 0 would wait for ever.
            wait(remaining / 1_000_000 + 1);
        }
        return all();
    }
}
