package io.github.auth0jakarta.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TransportException;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.RecordedLog;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OutageLogTest {
    private static final TransportException TIMEOUT =
            new TransportException(Auth0ErrorCode.TRANSPORT_TIMEOUT, "no answer");
    private static final TransportException FAILED = new TransportException(Auth0ErrorCode.TRANSPORT_FAILED, "refused");

    private final FixedTime time = new FixedTime();
    private final OutageLog outages = new OutageLog(time);

    /** The recorded log has what a server logs by default: warnings, and nothing for debugging. */
    @Test
    @Tag("DS-10")
    void ofEachReasonThereIsOneWarningASecond() {
        try (RecordedLog log = new RecordedLog(OutageLog.class)) {
            for (int i = 0; i < 10_000; i++) {
                outages.note(TIMEOUT);
                outages.note(FAILED);
            }
            assertThat(log.messages()).hasSize(2);
            time.advance(Duration.ofSeconds(1));
            outages.note(TIMEOUT);
            outages.note(TIMEOUT);
            assertThat(log.messages()).hasSize(3).last().asString().contains("transport.timeout: no answer");
        }
    }

    @Test
    void clockThatWasSetBackSilencesNothing() {
        try (RecordedLog log = new RecordedLog(OutageLog.class)) {
            outages.note(TIMEOUT);
            time.advance(Duration.ofHours(-1));
            outages.note(TIMEOUT);
            assertThat(log.messages()).hasSize(2);
        }
    }
}
