package io.github.auth0jakarta.internal.http;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which requests are sent twice, and when. */
@Timeout(30)
class SecondAttemptTest {
    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final URI address = URI.create(provider.at("/document"));
    /** Pauses are real, so the clock is. */
    private final HttpTransport transport =
            new HttpTransport(Duration.ofSeconds(5), Duration.ofSeconds(20), 1024, null, null, InstantSource.system());

    @AfterEach
    void stop() {
        provider.close();
    }

    /** The first answers are these, and all others are good; null breaks the connection. */
    private void answersFirst(@Nullable Reply... replies) {
        AtomicInteger count = new AtomicInteger();
        provider.on("/document", request -> {
            int number = count.getAndIncrement();
            if (number >= replies.length) {
                return Reply.json(Map.of());
            }
            Reply reply = replies[number];
            if (reply == null) {
                throw new IOException("the connection breaks");
            }
            return reply;
        });
    }

    private static Reply unavailable(String retryAfter) {
        return new Reply(503, "text/plain", "").header("Retry-After", retryAfter);
    }

    private int requests() {
        return provider.received("/document").size();
    }

    @Test
    void getWhenTheConnectionBreaksThenSentAgain() {
        answersFirst((@Nullable Reply) null);
        assertThat(transport.get(address).status()).isEqualTo(200);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void getWhenTheConnectionBreaksTwiceThenFailed() {
        answersFirst(null, null);
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> transport.get(address));
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void getWhenUnavailableForASecondThenSentAgainAfterIt() {
        answersFirst(unavailable("1"));
        long begin = System.nanoTime();
        assertThat(transport.get(address).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void getWhenUnavailableTwiceThenThatIsTheAnswer() {
        answersFirst(unavailable("1"), unavailable("1"));
        assertThat(transport.get(address).status()).isEqualTo(503);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void getWhenUnavailableForLongerThenNotSentAgain() {
        answersFirst(unavailable("2"));
        assertThat(transport.get(address).status()).isEqualTo(503);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void getWhenUnavailableWithoutAWordThenNotSentAgain() {
        answersFirst(new Reply(503, "text/plain", ""));
        assertThat(transport.get(address).status()).isEqualTo(503);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void getWhenThereWereTooManyRequestsThenNotSentAgain() {
        answersFirst(new Reply(429, "text/plain", "").header("Retry-After", "1"));
        assertThat(transport.get(address).status()).isEqualTo(429);
        assertThat(requests()).isEqualTo(1);
    }

    /** What the one grant does that may be asked for twice. */
    @Test
    void ofPostWhenTheConnectionBreaksThenSentAgainOnce() {
        answersFirst((@Nullable Reply) null);
        assertThat(posted().status()).isEqualTo(200);
        assertThat(requests()).isEqualTo(2);
        answersFirst(null, null);
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, this::posted);
        assertThat(requests()).isEqualTo(4);
    }

    @Test
    void ofPostWhenUnavailableForASecondThenSentAgainAfterIt() {
        answersFirst(unavailable("1"));
        assertThat(posted().status()).isEqualTo(200);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void ofPostWhenNobodyListensThenNotSentAgain() {
        provider.close();
        AtomicInteger attempts = new AtomicInteger();
        assertRefused(
                Auth0ErrorCode.TRANSPORT_FAILED,
                () -> SecondAttempt.ofPost(() -> {
                    attempts.incrementAndGet();
                    return transport.post(address, new FormBody());
                }));
        assertThat(attempts).hasValue(1);
    }

    private HttpAnswer posted() {
        return SecondAttempt.ofPost(() -> transport.post(address, new FormBody()));
    }

    @Test
    void getOnceWhenUnavailableForASecondThenNotSentAgain() {
        answersFirst(unavailable("1"));
        assertThat(transport.getOnce(address, Map.of()).status()).isEqualTo(503);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void whatMayChangeSomethingWhenItFailsThenNotSentAgain() {
        answersFirst(null, null, null, unavailable("1"), new Reply(200, "text/plain", ""));
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> transport.post(address, new FormBody()));
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> transport.postJson(address, "{}", Map.of()));
        assertRefused(Auth0ErrorCode.TRANSPORT_FAILED, () -> transport.delete(address, Map.of()));
        assertThat(transport.post(address, new FormBody()).status()).isEqualTo(503);
        assertThat(requests()).isEqualTo(4);
    }
}
