package io.github.auth0jakarta.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What one call of a benchmark costs: of the iterations of a fork the median, and of the forks the median of these. One
 * fork in some is compiled badly and stays slow, and other work on the machine takes some iterations.
 *
 * @param nanoseconds the time it takes
 * @param bytes what it allocates
 */
record Measured(double nanoseconds, double bytes) {

    private static final String ALLOCATED_PER_CALL = "gc.alloc.rate.norm";

    /** Returns the cost of the one benchmark that all these runs are of. */
    static Measured of(Collection<RunResult> runs) {
        double[] nanoseconds = forks(runs).mapToDouble(Measured::nanoseconds).toArray();
        double[] bytes = forks(runs).mapToDouble(Measured::bytes).toArray();
        return new Measured(median(nanoseconds), median(bytes));
    }

    private static Stream<BenchmarkResult> forks(Collection<RunResult> runs) {
        return runs.stream().flatMap(run -> run.getBenchmarkResults().stream());
    }

    private static double nanoseconds(BenchmarkResult fork) {
        return median(fork.getIterationResults().stream()
                .map(IterationResult::getPrimaryResult)
                .mapToDouble(result -> result.getScore())
                .toArray());
    }

    private static double bytes(BenchmarkResult fork) {
        return Objects.requireNonNull(fork.getSecondaryResults().get(ALLOCATED_PER_CALL))
                .getScore();
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
