package io.github.auth0jakarta.internal.dpop;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.jose.Sha256;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.Together;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemoryReplayStoreTest {
    private final FixedTime time = new FixedTime();

    private MemoryReplayStore store(int maximum) {
        return new MemoryReplayStore(maximum, new SeededRandom(1), time);
    }

    private static byte[] key(int number) {
        return Sha256.hash(ByteBuffer.allocate(4).putInt(number).array());
    }

    private Instant in(long seconds) {
        return time.instant().plusSeconds(seconds);
    }

    @Test
    void addIfAbsentWhenAddedBeforeThenNotNew() {
        MemoryReplayStore store = store(10);
        assertThat(store.addIfAbsent(key(1), in(300))).isTrue();
        assertThat(store.addIfAbsent(key(1), in(300))).isFalse();
        assertThat(store.addIfAbsent(key(1), in(10)))
                .as("of another slice of time")
                .isFalse();
        assertThat(store.addIfAbsent(key(2), in(300))).isTrue();
    }

    @Test
    void addIfAbsentWhenItsTimeIsNotOverThenStillKnown() {
        for (int seconds = 0; seconds <= 330; seconds++) {
            MemoryReplayStore store = store(10);
            Instant until = in(seconds);
            store.addIfAbsent(key(1), until);
            time.advance(Duration.ofSeconds(seconds));
            assertThat(store.addIfAbsent(key(1), until)).isFalse();
        }
    }

    @Test
    void addIfAbsentWhenFullThenRefusedAndNothingForgotten() {
        MemoryReplayStore store = store(100);
        for (int i = 0; i < 100; i++) {
            assertThat(store.addIfAbsent(key(i), in(300))).isTrue();
        }
        assertRefused(Auth0ErrorCode.DPOP_REPLAY_STORE_FULL, () -> store.addIfAbsent(key(100), in(300)));
        assertThat(Auth0ErrorCode.DPOP_REPLAY_STORE_FULL.status()).isEqualTo(503);
        for (int i = 0; i < 100; i++) {
            assertThat(store.addIfAbsent(key(i), in(300))).isFalse();
        }
    }

    @Test
    void addIfAbsentWhenEntriesAreOverThenThereIsRoomAgain() {
        MemoryReplayStore store = store(10);
        for (int i = 0; i < 10; i++) {
            store.addIfAbsent(key(i), in(60));
        }
        time.advance(Duration.ofSeconds(90));
        for (int i = 10; i < 20; i++) {
            assertThat(store.addIfAbsent(key(i), in(60))).isTrue();
        }
        assertRefused(Auth0ErrorCode.DPOP_REPLAY_STORE_FULL, () -> store.addIfAbsent(key(20), in(60)));
    }

    @Test
    void clearWhenCalledThenNothingIsKnown() {
        MemoryReplayStore store = store(1);
        store.addIfAbsent(key(1), in(60));
        store.clear();
        assertThat(store.addIfAbsent(key(1), in(60))).isTrue();
    }

    @Test
    void addIfAbsentWhenManyThreadsAddTheSameThenOneOfThemDid() {
        MemoryReplayStore store = store(100_000);
        List<Integer> added = Together.call(
                8,
                () -> {
                    int own = 0;
                    for (int i = 0; i < 20_000; i++) {
                        own += store.addIfAbsent(key(i), in(300)) ? 1 : 0;
                    }
                    return own;
                },
                () -> {});
        assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20_000);
    }

    /** The bound is more than twice what it costs, so that what else is in the heap does not decide. */
    @Test
    @Tag("DP-12")
    void addIfAbsentWhenThereAreAMillionThenStillKnownAndSmall() {
        int million = 1_000_000;
        long before = usedHeap();
        MemoryReplayStore store = store(million);
        for (int i = 0; i < million; i++) {
            assertThat(store.addIfAbsent(key(i), in(i % 300))).isTrue();
        }
        assertThat(store.addIfAbsent(key(0), in(0))).isFalse();
        assertThat(store.addIfAbsent(key(million / 2), in(1))).isFalse();
        assertRefused(Auth0ErrorCode.DPOP_REPLAY_STORE_FULL, () -> store.addIfAbsent(key(million), in(300)));
        assertThat(usedHeap() - before).isLessThan(100L * million);
        assertThat(store.addIfAbsent(key(1), in(1))).isFalse();
    }

    /** Returns what is reachable: the least of several looks, each after a collection. */
    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            ManagementFactory.getMemoryMXBean().gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
