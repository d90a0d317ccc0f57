package io.github.auth0jakarta.internal.http;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CallsInFlightTest {
    private static final String HOST = "tenant.example";

    private final CallsInFlight calls = new CallsInFlight();

    @BeforeEach
    void fill() {
        for (int i = 0; i < CallsInFlight.PER_HOST; i++) {
            calls.begin(HOST, Duration.ZERO);
        }
    }

    @Test
    @Tag("DS-08")
    void beginWhenNoneEndsInTimeThenTimeout() {
        assertRefused(Auth0ErrorCode.TRANSPORT_TIMEOUT, () -> calls.begin(HOST, Duration.ofMillis(5)));
        calls.begin("other.example", Duration.ZERO);
    }

    @Test
    void beginWhenOneHasEndedThenAllowed() {
        calls.end(HOST);
        calls.begin(HOST, Duration.ZERO);
        assertRefused(Auth0ErrorCode.TRANSPORT_TIMEOUT, () -> calls.begin(HOST, Duration.ZERO));
    }

    @Test
    void beginWhenInterruptedThenFailedAndStillInterrupted() {
        Thread.currentThread().interrupt();
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> calls.begin(HOST, Duration.ofSeconds(9)));
        assertThat(Thread.interrupted()).isTrue();
    }
}
