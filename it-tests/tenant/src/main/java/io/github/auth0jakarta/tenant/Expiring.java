package io.github.auth0jakarta.tenant;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Values by key that vanish when their time is over, so that a long load test does not fill the memory. */
final class Expiring<V> {

    private record Entry<V>(V value, Instant expiresAt) {}

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(10);

    private final Map<String, Entry<V>> entries = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private volatile Instant nextSweep;

    Expiring(InstantSource clock) {
        this.clock = clock;
        this.nextSweep = clock.instant().plus(SWEEP_INTERVAL);
    }

    void put(String key, V value, Duration lifetime) {
        Instant now = clock.instant();
        sweep(now);
        entries.put(key, new Entry<>(value, now.plus(lifetime)));
    }

    private void sweep(Instant now) {
        if (now.isAfter(nextSweep)) {
            nextSweep = now.plus(SWEEP_INTERVAL);
            entries.values().removeIf(entry -> !now.isBefore(entry.expiresAt()));
        }
    }

    /** Puts the value unless one with this key is there: of several callers one is told that it did. */
    boolean putIfAbsent(String key, V value, Duration lifetime) {
        Instant now = clock.instant();
        sweep(now);
        entries.computeIfPresent(key, (name, entry) -> now.isBefore(entry.expiresAt()) ? entry : null);
        return entries.putIfAbsent(key, new Entry<>(value, now.plus(lifetime))) == null;
    }

    /** Puts another value in the place of one that has not vanished; it lives as long as that one would have. */
    void replace(String key, V value) {
        entries.computeIfPresent(key, (name, entry) -> new Entry<>(value, entry.expiresAt()));
    }

    /** Removes and returns what the test accepts and has not vanished. */
    List<V> removeIf(Predicate<V> test) {
        return entries.keySet().stream()
                .filter(key -> matches(key, test))
                .map(this::take)
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean matches(String key, Predicate<V> test) {
        V value = find(key);
        return value != null && test.test(value);
    }

    @Nullable
    V find(@Nullable String key) {
        return key == null ? null : unexpired(entries.get(key));
    }

    /** Removes and returns the value: of several callers one gets it. */
    @Nullable
    V take(@Nullable String key) {
        return key == null ? null : unexpired(entries.remove(key));
    }

    private @Nullable V unexpired(@Nullable Entry<V> entry) {
        return entry != null && clock.instant().isBefore(entry.expiresAt()) ? entry.value() : null;
    }
}
