package io.github.auth0jakarta.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.FixedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryRevocationStoreTest {
    private static final int MAXIMUM = 10;
    private static final Logger LOGGER = Logger.getLogger(MemoryRevocationStore.class.getName());

    private final FixedTime time = new FixedTime();
    private final MemoryRevocationStore store = new MemoryRevocationStore(MAXIMUM, time);
    private final List<LogRecord> log = new ArrayList<>();
    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord message) {
            log.add(message);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void collect() {
        LOGGER.addHandler(collector);
        LOGGER.setUseParentHandlers(false);
    }

    @AfterEach
    void stop() {
        LOGGER.removeHandler(collector);
        LOGGER.setUseParentHandlers(true);
    }

    private void revoke(int number) {
        store.revoke("key" + number, time.instant(), time.instant().plusSeconds(60));
    }

    private long remembered(int most) {
        long remembered = 0;
        for (int i = 0; i < most; i++) {
            remembered += store.isRevoked("key" + i, time.instant()) ? 1 : 0;
        }
        return remembered;
    }

    @Test
    void revokeWhenThereIsRoomThenAllAreRememberedAndNothingIsLogged() {
        for (int i = 0; i < MAXIMUM; i++) {
            revoke(i);
        }
        assertThat(remembered(MAXIMUM)).isEqualTo(MAXIMUM);
        assertThat(log).isEmpty();
    }

    @Test
    void revokeWhenFullThenBoundedAndTheLogSaysSoOnce() {
        for (int i = 0; i < 5 * MAXIMUM; i++) {
            revoke(i);
        }
        assertThat(remembered(5 * MAXIMUM)).isEqualTo(MAXIMUM);
        assertThat(log).singleElement().satisfies(message -> {
            assertThat(message.getLevel()).isEqualTo(Level.WARNING);
            assertThat(message.getMessage()).contains("More sessions have ended than can be remembered");
        });
    }

    @Test
    void revokeWhenEarlierOnesHaveExpiredThenTheyMakeRoomAndNothingIsLogged() {
        for (int i = 0; i < MAXIMUM; i++) {
            revoke(i);
        }
        time.advance(Duration.ofSeconds(61));
        for (int i = MAXIMUM; i < 2 * MAXIMUM; i++) {
            revoke(i);
        }
        assertThat(remembered(2 * MAXIMUM)).isEqualTo(MAXIMUM);
        assertThat(log).isEmpty();
    }
}
