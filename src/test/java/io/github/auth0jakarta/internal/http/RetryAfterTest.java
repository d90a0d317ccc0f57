package io.github.auth0jakarta.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, 10.2.3; the limits are ours. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 7",
                "60 | 60",
                "61 | 60",
                "1000000000 | 60",
                "Sat, 21 Nov 2026 12:00:07 GMT | 7",
                "Sat, 21 Nov 2026 13:00:00 GMT | 60",
            })
    void parseWhenSecondsOrDateAheadThenClampedToAMinute(String header, long seconds) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-7",
                "7.5",
                "soon",
                "9999999999999999999999",
                "Sat, 21 Nov 2026 11:59:59 GMT",
                "Sat, 21 Nov 2026 12:00:00 GMT",
                "2026-11-21T12:00:07Z",
                "Sat, 99 Nov 2026 12:00:07 GMT",
            })
    void parseWhenUnusableOrNotAheadThenNothing(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
    }
}
