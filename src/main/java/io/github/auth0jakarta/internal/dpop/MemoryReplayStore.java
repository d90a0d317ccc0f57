package io.github.auth0jakarta.internal.dpop;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TransportException;
import io.github.auth0jakarta.spi.ReplayStore;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Proofs in the memory of this process: gone with it, and unknown to other nodes.
 *
 * <p>Bounded, and what is live never gives way: where it is full, a further proof is refused with
 * {@code dpop.replay_store_full}. An entry is half of a SHA-256 digest, and costs some 21 to 43 bytes of heap, 64 for a moment
 * while a table grows. Entries end with their slice of time, so up to half a minute later than they might.
 */
public final class MemoryReplayStore implements ReplayStore {
    private static final int SHARDS = 64;
    private static final int SLICE_SECONDS = 30;

    private final int maximum;
    private final InstantSource clock;
    private final AtomicInteger free;
    private final ReplayShard[] shards = new ReplayShard[SHARDS];
    private final AtomicLong firstSlice = new AtomicLong(Long.MIN_VALUE);

    /**
     * @param maximum how many proofs there may be
     * @param random scatters the entries
     */
    public MemoryReplayStore(int maximum, SecureRandom random, InstantSource clock) {
        this.maximum = maximum;
        this.clock = clock;
        this.free = new AtomicInteger(maximum);
        long multiplier = random.nextLong() | 1;
        Arrays.setAll(shards, shard -> new ReplayShard(multiplier, free));
    }

    @Override
    public boolean addIfAbsent(byte[] key, Instant until) {
        dropWhatIsOver();
        ByteBuffer digest = ByteBuffer.wrap(key);
        int shard = Byte.toUnsignedInt(key[key.length - 1]) % SHARDS;
        long high = digest.getLong();
        long low = Math.max(1, digest.getLong() >>> 1); // never 0
        return switch (shards[shard].add(high, low, slice(until))) {
            case ADDED -> true;
            case KNOWN -> false;
            case FULL ->
                throw new TransportException(
                        Auth0ErrorCode.DPOP_REPLAY_STORE_FULL, "there are " + maximum + " proofs in memory");
        };
    }

    /** Forgets all. */
    public void clear() {
        for (ReplayShard shard : shards) {
            shard.dropBefore(Long.MAX_VALUE);
        }
    }

    /** Done by the first who comes in a new slice of time. */
    private void dropWhatIsOver() {
        long now = slice(clock.instant());
        long first = firstSlice.get();
        if (now > first && firstSlice.compareAndSet(first, now)) {
            for (ReplayShard shard : shards) {
                shard.dropBefore(now);
            }
        }
    }

    private static long slice(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SLICE_SECONDS);
    }
}
