package io.github.auth0jakarta.internal.ciba;

import io.github.auth0jakarta.testing.FixedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/** Runs tasks when a test lets time go by, in the thread of the test. */
final class FakeLater implements Later {
    private final FixedTime time;
    private final List<Task> tasks = new ArrayList<>();
    private boolean closed;

    private record Task(Instant due, FutureTask<Void> future) {}

    FakeLater(FixedTime time) {
        this.time = time;
    }

    @Override
    public Future<?> run(Runnable task, Duration delay) {
        if (closed) {
            throw new RejectedExecutionException();
        }
        FutureTask<Void> future = new FutureTask<>(task, null);
        tasks.add(new Task(time.instant().plus(delay), future));
        return future;
    }

    /** Takes no more tasks. */
    void close() {
        closed = true;
    }

    /** Lets this much time go by, and runs what is due on the way. */
    void advance(Duration duration) {
        Instant end = time.instant().plus(duration);
        while (waiting() > 0 && !next().due().isAfter(end)) {
            Task task = next();
            tasks.remove(task);
            if (task.due().isAfter(time.instant())) {
                time.advance(Duration.between(time.instant(), task.due()));
            }
            task.future().run();
        }
        time.advance(Duration.between(time.instant(), end));
    }

    private Task next() {
        return tasks.stream().min(Comparator.comparing(Task::due)).orElseThrow();
    }

    /** Returns how many tasks are still to run. */
    int waiting() {
        tasks.removeIf(task -> task.future().isDone());
        return tasks.size();
    }
}
