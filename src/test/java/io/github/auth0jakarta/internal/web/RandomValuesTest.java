package io.github.auth0jakarta.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.SeededRandom;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomValuesTest {

    private static final int VALUES = 30_000;

    @Test
    void nextWhenCalledThirtyThousandTimesThenAllDifferent() {
        RandomValues values = new RandomValues(new SecureRandom());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < VALUES; i++) {
            seen.add(values.next());
        }
        assertThat(seen).hasSize(VALUES).allMatch(value -> value.matches("[A-Za-z0-9_-]{43}"));
    }

    /** Every byte of the source is used, in every place: a chi-square over 255 degrees of freedom, p about 10^-6. */
    @Test
    void nextWhenBytesAreCountedThenEvenlySpread() {
        RandomValues values = new RandomValues(new SeededRandom(8));
        long[] counts = new long[256];
        for (int i = 0; i < VALUES; i++) {
            for (byte b : Base64.getUrlDecoder().decode(values.next())) {
                counts[b & 0xFF]++;
            }
        }
        double expected = VALUES * 32 / 256.0;
        double chiSquare = 0;
        for (long count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertThat(chiSquare).isBetween(160.0, 377.0);
    }

    @Test
    void nextWhenSameSourceThenSameValue() {
        assertThat(new RandomValues(new SeededRandom(9)).next())
                .isEqualTo(new RandomValues(new SeededRandom(9)).next());
    }
}
