package io.github.auth0jakarta.benchmarks;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What one call of a benchmark costs: the median of the iterations of a fork, and the median of the forks. Now and then
 * a fork is compiled badly and stays slow.
 *
 * @param nanoseconds the processor time that it takes
 * @param bytes what it allocates
 */
record Measured(double nanoseconds, double bytes) {

    private static final String BYTES_PER_CALL = "gc.alloc.rate.norm";

    /** Returns the cost of the one benchmark that all these runs are of. */
    static Measured of(Collection<RunResult> runs) {
        return new Measured(ofForks(CpuTimeProfiler.NANOSECONDS_PER_CALL, runs), ofForks(BYTES_PER_CALL, runs));
    }

    private static double ofForks(String result, Collection<RunResult> runs) {
        return median(runs.stream()
                .flatMap(run -> run.getBenchmarkResults().stream())
                .mapToDouble(fork -> ofIterations(result, fork)));
    }

    private static double ofIterations(String result, BenchmarkResult fork) {
        return median(fork.getIterationResults().stream().mapToDouble(iteration -> score(result, iteration)));
    }

    private static double score(String result, IterationResult iteration) {
        return Objects.requireNonNull(iteration.getSecondaryResults().get(result), result)
                .getScore();
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
