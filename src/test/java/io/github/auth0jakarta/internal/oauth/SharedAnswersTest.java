package io.github.auth0jakarta.internal.oauth;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TransportException;
import io.github.auth0jakarta.testing.FixedTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedAnswersTest {
    private final FixedTime time = new FixedTime();
    private final SharedAnswers<String, Integer> answers = new SharedAnswers<>(Duration.ofSeconds(10), 100, time);
    private final AtomicInteger asked = new AtomicInteger();

    private int get(String question) {
        return answers.get(question, asked::incrementAndGet);
    }

    @Test
    void getWhenAskedAgainThenTheSameAnswerForAsLongAsItIsKept() {
        assertThat(get("a")).isEqualTo(1);
        assertThat(get("b")).isEqualTo(2);
        time.advance(Duration.ofMillis(9_999));
        assertThat(get("a")).isEqualTo(1);
        time.advance(Duration.ofMillis(1));
        assertThat(get("a")).isEqualTo(3);
    }

    /** A slow provider must not be asked the same thing twice: a refresh token works once. */
    @Test
    void getWhenTheAnswerTakesLongerThanItIsKeptThenOthersWaitForItAndItIsKeptFromThenOn() throws Exception {
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> answers.get("a", () -> {
            asking.countDown();
            await(goOn);
            return asked.incrementAndGet();
        }));
        asking.await();
        time.advance(Duration.ofSeconds(30));
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> {
            goOn.countDown();
            return get("a");
        });

        assertThat(first.get()).isEqualTo(1);
        assertThat(second.get()).isEqualTo(1);
        time.advance(Duration.ofMillis(9_999));
        assertThat(get("a")).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void getWhenAskingFailsThenThatIsThrownAndForgotten() {
        assertRefused(
                Auth0ErrorCode.TRANSPORT_TIMEOUT,
                () -> answers.get("a", () -> {
                    throw new TransportException(Auth0ErrorCode.TRANSPORT_TIMEOUT, "no answer");
                }));
        assertThat(get("a")).isEqualTo(1);
    }

    @Test
    void getWhenAskingEndsInAnErrorThenNobodyWaitsForEver() {
        assertThatThrownBy(() -> answers.get("a", () -> {
                    throw new LinkageError("of the server");
                }))
                .hasRootCauseInstanceOf(LinkageError.class);
        assertThat(get("a")).isEqualTo(1);
    }

    @Test
    void clearWhenCalledThenAskedAnew() {
        get("a");
        answers.clear();
        assertThat(get("a")).isEqualTo(2);
    }
}
