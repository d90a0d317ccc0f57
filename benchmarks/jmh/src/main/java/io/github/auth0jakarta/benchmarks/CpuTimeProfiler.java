package io.github.auth0jakarta.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds the processor time of the whole virtual machine per call, garbage collection included. Other work on the machine
 * lengthens it far less than the time on the clock.
 */
public final class CpuTimeProfiler implements InternalProfiler {

    static final String NANOSECONDS_PER_CALL = "cpu";

    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long begin;

    @Override
    public String getDescription() {
        return "Processor time per call";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        begin = process.getProcessCpuTime();
    }

    @Override
    public List<Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double nanoseconds = process.getProcessCpuTime() - begin;
        long calls = result.getMetadata().getAllOps();
        return List.of(new ScalarResult(NANOSECONDS_PER_CALL, nanoseconds / calls, "ns/op", AggregationPolicy.AVG));
    }
}
