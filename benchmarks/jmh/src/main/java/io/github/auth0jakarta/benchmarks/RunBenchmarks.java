package io.github.auth0jakarta.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks, prints how our work compares, and fails where a goal is missed. */
public final class RunBenchmarks {

    private static final int FORKS = 3;

    private RunBenchmarks() {}

    public static void main(String[] args) throws RunnerException {
        List<Outcome> outcomes = outcomes(measure());
        System.out.println("\nJDK " + Runtime.version() + ", " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors\n");
        System.out.println(Outcome.TABLE_HEAD);
        outcomes.forEach(outcome -> System.out.println(outcome.row()));
        if (outcomes.stream().anyMatch(Outcome::isMissed)) {
            System.out.println("\nA goal was missed.");
            System.exit(1);
        }
    }

    /** One fork of each at a time, so that what is compared runs within seconds and a busy minute strikes both. */
    private static Map<String, Measured> measure() throws RunnerException {
        List<RunResult> runs = new ArrayList<>();
        for (int fork = 1; fork <= FORKS; fork++) {
            System.out.println("Measuring, fork " + fork + " of " + FORKS + " of each benchmark");
            runs.addAll(new Runner(oneForkOfEach()).run());
        }
        return runs.stream()
                .collect(Collectors.groupingBy(
                        run -> run.getPrimaryResult().getLabel(),
                        Collectors.collectingAndThen(Collectors.toList(), Measured::of)));
    }

    /** How long each warms up is a matter of how often it runs in a second, so its class says that. */
    private static Options oneForkOfEach() {
        return new OptionsBuilder()
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .measurementIterations(10)
                .measurementTime(TimeValue.milliseconds(250))
                .shouldFailOnError(true)
                .addProfiler(CpuTimeProfiler.class)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private static List<Outcome> outcomes(Map<String, Measured> measured) {
        return Comparison.ALL.stream()
                .map(comparison ->
                        new Outcome(comparison, of(comparison.ours(), measured), of(comparison.other(), measured)))
                .toList();
    }

    private static Measured of(String benchmark, Map<String, Measured> measured) {
        return Objects.requireNonNull(measured.get(benchmark), benchmark);
    }
}
