package io.github.auth0jakarta.internal.ciba;

import java.time.Duration;
import java.util.concurrent.Future;

/** Runs tasks later, on threads that belong to the application. */
@FunctionalInterface
public interface Later {

    /**
     * Runs a task when this time has gone by, unless what it returns is cancelled before.
     *
     * @throws java.util.concurrent.RejectedExecutionException where no more tasks are taken
     */
    Future<?> run(Runnable task, Duration delay);
}
