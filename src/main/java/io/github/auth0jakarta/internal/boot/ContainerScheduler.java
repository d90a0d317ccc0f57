package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.ciba.Later;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * The container's scheduler (Jakarta Concurrency 3.0, 3.1.3.1), or two threads of the library's own in a container that has
 * none.
 */
final class ContainerScheduler implements Later, AutoCloseable {
    private static final String NAME = "java:comp/DefaultManagedScheduledExecutorService";
    private static final int OWN_THREADS = 2;

    private volatile @Nullable ScheduledExecutorService executor;
    private @Nullable ScheduledExecutorService own;

    @Override
    public Future<?> run(Runnable task, Duration delay) {
        return executor().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Looked up at first use, which is a call of the application: only there the container knows whose names count. */
    private ScheduledExecutorService executor() {
        ScheduledExecutorService known = executor;
        return known == null ? found() : known;
    }

    private synchronized ScheduledExecutorService found() {
        ScheduledExecutorService found = ofContainer();
        if (found == null) {
            found = Executors.newScheduledThreadPool(OWN_THREADS, ContainerScheduler::daemon);
            own = found;
        }
        executor = found;
        return found;
    }

    @SuppressWarnings("BanJNDI") // the name is fixed, and in the component's own context
    private static @Nullable ScheduledExecutorService ofContainer() {
        try {
            return InitialContext.doLookup(NAME) instanceof ScheduledExecutorService container ? container : null;
        } catch (NamingException e) {
            return null;
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "auth0-jakarta-later");
        thread.setDaemon(true);
        return thread;
    }

    /** The container's goes on for others. */
    @Override
    public synchronized void close() {
        if (own != null) {
            own.shutdownNow();
        }
    }
}
