package io.github.auth0jakarta.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests of nobody in particular, each of which begins a login. */
class LoginFloodTest {
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final int REQUESTS = 100_000;

    private final LoginFlow flow = new LoginFlow();

    @AfterEach
    void stop() {
        flow.close();
    }

    /** A login in flight is in the cookie of its browser. The heap may vary by 20 bytes for each of them. */
    @Test
    @Tag("DS-07")
    void beginWhenAHundredThousandTimesWithoutCookiesThenNothingIsLeft() throws IOException {
        begin(REQUESTS / 10);
        long before = used();

        begin(REQUESTS);

        assertThat(used() - before).isLessThan(REQUESTS * 20L);
        assertThat(flow.events).isEmpty();
    }

    private void begin(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            FakeResponse response = new FakeResponse();
            flow.start.beginAndComeBack(
                    FakeRequest.get("/page/" + i).cookies(RequestCookies.NONE).servlet(), response.servlet());
            assertThat(response.status()).isEqualTo(302);
        }
    }

    private static long used() {
        MEMORY.gc();
        return MEMORY.getHeapMemoryUsage().getUsed();
    }
}
