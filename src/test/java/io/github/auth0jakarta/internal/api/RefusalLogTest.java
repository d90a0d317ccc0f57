package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.TransportException;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.RecordedLog;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RefusalLogTest {
    private final FixedTime time = new FixedTime();
    private final RefusalLog refusals = new RefusalLog(time);

    /** What is not a warning is for debugging only, and not recorded by default. */
    @Test
    @Tag("DS-10")
    void oneWarningPerSecondAndReason() {
        try (RecordedLog log = new RecordedLog(RefusalLog.class)) {
            for (int i = 0; i < 10_000; i++) {
                refusals.note(new TokenValidationException(Auth0ErrorCode.ACCESS_TOKEN_EXPIRED, "late"));
                refusals.note(new TransportException(Auth0ErrorCode.TRANSPORT_TIMEOUT, "no answer"));
            }
            assertThat(log.messages()).hasSize(2);
            time.advance(Duration.ofSeconds(1));
            refusals.note(new TokenValidationException(Auth0ErrorCode.ACCESS_TOKEN_EXPIRED, "late"));
            assertThat(log.messages()).hasSize(3);
        }
    }
}
