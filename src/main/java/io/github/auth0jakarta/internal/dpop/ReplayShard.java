package io.github.auth0jakarta.internal.dpop;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A part of {@link MemoryReplayStore} with a lock of its own: a set of digests for each slice of time. */
final class ReplayShard {
    private final long multiplier;
    private final AtomicInteger free;
    private final TreeMap<Long, DigestSet> slices = new TreeMap<>();

    /**
     * @param free how many entries there is still room for, in all shards
     */
    ReplayShard(long multiplier, AtomicInteger free) {
        this.multiplier = multiplier;
        this.free = free;
    }

    /** What became of an entry. */
    enum Outcome {
        ADDED,
        KNOWN,
        FULL
    }

    /** Adds an entry to a slice, unless any slice has it. */
    synchronized Outcome add(long high, long low, long slice) {
        for (DigestSet digests : slices.values()) {
            if (digests.contains(high, low)) {
                return Outcome.KNOWN;
            }
        }
        if (free.getAndUpdate(room -> room > 0 ? room - 1 : room) <= 0) {
            return Outcome.FULL;
        }
        slices.computeIfAbsent(slice, any -> new DigestSet(multiplier)).add(high, low);
        return Outcome.ADDED;
    }

    /** Forgets all slices before this one. */
    synchronized void dropBefore(long slice) {
        Map<Long, DigestSet> over = slices.headMap(slice);
        free.addAndGet(over.values().stream().mapToInt(DigestSet::size).sum());
        over.clear();
    }
}
