package io.github.auth0jakarta.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** Measures what something costs this thread, so that a busy machine does not count. */
public final class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int RUNS = 10;

    private CpuTime() {}

    /** Returns the shortest of ten runs: the first ones load and compile code. */
    public static Duration of(Runnable action) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            action.run();
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - before);
        }
        return Duration.ofNanos(least);
    }
}
