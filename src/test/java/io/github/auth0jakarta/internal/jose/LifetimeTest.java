package io.github.auth0jakarta.internal.jose;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.testing.FixedTime;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimeTest {
    private final FixedTime time = new FixedTime();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 60_000})
    void skewOfUpToAMinuteIsTaken(long millis) {
        assertThatCode(() -> new Lifetime(time, Duration.ofMillis(millis))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 60_001})
    void anyOtherSkewIsRefused(long millis) {
        assertThatThrownBy(() -> new Lifetime(time, Duration.ofMillis(millis)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
