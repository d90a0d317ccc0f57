package io.github.auth0jakarta.testing;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chance that is the same in every run, for what takes a {@link SecureRandom}. */
public final class SeededRandom extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final transient RandomGenerator generator;

    public SeededRandom(long seed) {
        generator = of(seed);
    }

    /** Returns plain chance, for making test data. */
    public static RandomGenerator of(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        generator.nextBytes(bytes);
    }
}
