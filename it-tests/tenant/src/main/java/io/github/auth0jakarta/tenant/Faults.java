package io.github.auth0jakarta.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The switches for faults: per path, for the next n requests or until cleared; several for one path happen in their order. */
public final class Faults {

    /** A fault with the number of requests that it still hits. */
    private static final class Injected {
        private final @Nullable String path;
        private final Fault fault;
        private final CountDownLatch lifted = new CountDownLatch(1);
        private int remaining;

        Injected(@Nullable String path, Fault fault, int times) {
            this.path = path;
            this.fault = fault;
            this.remaining = times;
        }

        boolean hits(String requested) {
            return path == null || path.equals(requested);
        }
    }

    private final List<Injected> injected = new ArrayList<>();

    Faults() {}

    /** Makes every request to a path such as {@code /oauth/token} fail until the faults are cleared. */
    public void inject(String path, Fault fault) {
        add(new Injected(path, fault, Integer.MAX_VALUE));
    }

    /** Makes the next requests to a path fail. */
    public void inject(String path, Fault fault, int times) {
        add(new Injected(path, fault, times));
    }

    /** Makes every request fail until the faults are cleared. */
    public void injectEverywhere(Fault fault) {
        add(new Injected(null, fault, Integer.MAX_VALUE));
    }

    private synchronized void add(Injected fault) {
        injected.add(fault);
    }

    /** Ends all faults, and lets delayed answers go. */
    public synchronized void clear() {
        injected.forEach(fault -> fault.lifted.countDown());
        injected.clear();
    }

    Response apply(String path, Supplier<Response> endpoint) {
        Injected hit = next(path);
        return hit == null ? endpoint.get() : hit.fault.apply(endpoint, hit.lifted);
    }

    private synchronized @Nullable Injected next(String path) {
        for (Injected candidate : injected) {
            if (candidate.hits(path) && candidate.remaining > 0) {
                candidate.remaining--;
                return candidate;
            }
        }
        return null;
    }
}
