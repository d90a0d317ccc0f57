package io.github.auth0jakarta.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a target with inputs that chance makes, until its time is over, and fails where one of them shows a fault: another
 * exception than the declared one, too much processor time, too much memory, or what the target itself asserts.
 *
 * <p>Each case has a seed of its own, which a failure prints: {@code -Dfuzz.seed=...} begins with that case, and
 * {@code -Dfuzz.seconds=...} is the time of each target, two seconds unless set.
 */
public final class Fuzz {
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 2));
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Of the thread itself, so that a busy machine does not count. */
    private static final Duration MOST_TIME = Duration.ofMillis(250);

    private static final long MOST_BYTES = 24 * 1024 * 1024;
    /** The first cases load classes and make keys. */
    private static final int WARM_UP = 50;

    private final Class<? extends Exception> declared;

    /** What is tested: makes an input of chance, and gives it to the code. */
    public interface Target {
        void run(RandomGenerator random) throws Exception;
    }

    private Fuzz(Class<? extends Exception> declared) {
        this.declared = declared;
    }

    /**
     * @param declared what the targets may throw
     */
    public static Fuzz allowing(Class<? extends Exception> declared) {
        return new Fuzz(declared);
    }

    /** Runs the target again and again. */
    public void run(Target target) {
        long seed = firstSeed();
        long end = System.nanoTime() + TIME.toNanos();
        for (int cases = 0; cases == 0 || System.nanoTime() < end; cases++) {
            String fault = fault(target, seed, cases >= WARM_UP);
            if (fault != null) {
                throw new AssertionError(fault + "; again with -Dfuzz.seed=" + seed, thrown(target, seed));
            }
            seed = SeededRandom.of(seed).nextLong();
        }
    }

    private static long firstSeed() {
        Long set = Long.getLong("fuzz.seed");
        return set == null ? new Random().nextLong() : set;
    }

    private @Nullable String fault(Target target, long seed, boolean warm) {
        Used used = use(target, seed);
        if (used.thrown != null && !declared.isInstance(used.thrown)) {
            return "threw " + used.thrown;
        }
        if (used.thrown != null && !isFitForALog(used.thrown)) {
            return "threw a message that is too long, or not one line";
        }
        // Once more: the first time may have paid for something else.
        if (warm && used.exceeds() && use(target, seed).exceeds()) {
            return "took " + used.nanos / 1_000_000 + " ms and " + used.bytes / 1024 + " KiB";
        }
        return null;
    }

    private @Nullable Throwable thrown(Target target, long seed) {
        return use(target, seed).thrown;
    }

    /** Messages may end in a log: whoever sends an input must not write lines of its own there. */
    private static boolean isFitForALog(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        return message.length() <= 400 && message.chars().noneMatch(Character::isISOControl);
    }

    private static Used use(Target target, long seed) {
        RandomGenerator random = SeededRandom.of(seed);
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        Throwable thrown = null;
        try {
            target.run(random);
        } catch (Exception | Error e) { // a StackOverflowError is what this looks for
            thrown = e;
        }
        return new Used(
                thrown, THREADS.getCurrentThreadCpuTime() - nanos, THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }

    private record Used(@Nullable Throwable thrown, long nanos, long bytes) {
        boolean exceeds() {
            return nanos > MOST_TIME.toNanos() || bytes > MOST_BYTES;
        }
    }
}
