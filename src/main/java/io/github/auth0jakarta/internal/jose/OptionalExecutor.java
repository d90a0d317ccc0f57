package io.github.auth0jakarta.internal.jose;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Runs tasks that a request can do without: when the executor takes none, because it is full or the application stops,
 * the request goes on all the same.
 *
 * <p>Its life is that of the executor behind it, so it cannot be shut down by itself.
 */
final class OptionalExecutor extends AbstractExecutorService {
    private static final Logger LOGGER = System.getLogger(OptionalExecutor.class.getName());

    private final Executor executor;

    OptionalExecutor(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.DEBUG, "Keys are not renewed in the background now", e);
        }
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }
}
