package io.github.auth0jakarta.internal.dpop;

/**
 * A set of 128-bit values that only grows: 16 bytes each, in one array with open addressing, at most three quarters full.
 *
 * <p>Not safe for use by several threads.
 */
final class DigestSet {
    private static final int FIRST_CAPACITY = 16;

    private final long multiplier;
    private long[] table = new long[2 * FIRST_CAPACITY];
    private int size;

    /**
     * @param multiplier odd and random, so that nobody outside can choose values that meet in one place (multiply-shift hashing)
     */
    DigestSet(long multiplier) {
        this.multiplier = multiplier;
    }

    boolean contains(long high, long low) {
        int place = find(table, high, low);
        return table[place + 1] != 0;
    }

    /** Adds a value that is not in it; the low half is not 0, which marks a free place. */
    void add(long high, long low) {
        if (4L * (size + 1) > 3L * (table.length / 2)) {
            grow();
        }
        put(table, high, low);
        size++;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(table.length, 2)];
        for (int place = 0; place < table.length; place += 2) {
            if (table[place + 1] != 0) {
                put(larger, table[place], table[place + 1]);
            }
        }
        table = larger;
    }

    private void put(long[] target, long high, long low) {
        int place = find(target, high, low);
        target[place] = high;
        target[place + 1] = low;
    }

    /** Returns where the value is, or else the free place where it belongs. */
    private int find(long[] target, long high, long low) {
        int bits = Integer.numberOfTrailingZeros(target.length) - 1;
        int place = 2 * (int) ((high * multiplier) >>> (Long.SIZE - bits));
        while (target[place + 1] != 0 && (target[place] != high || target[place + 1] != low)) {
            place = (place + 2) & (target.length - 1);
        }
        return place;
    }
}
