package io.github.auth0jakarta.internal.http;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.testing.FakeAuthorizationServer;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address gets that answered 429 or 503 with {@code Retry-After} (RFC 6585, 4). */
class RateLimitTest {
    private final FakeAuthorizationServer provider = FakeAuthorizationServer.start();
    private final HttpTransport transport = provider.transport();
    private final URI address = URI.create(provider.at("/limited"));

    @AfterEach
    void stop() {
        provider.close();
    }

    private void answer(int status, String retryAfter) {
        provider.on("/limited", new Reply(status, "text/plain", "").header("Retry-After", retryAfter));
    }

    private int requests() {
        return provider.received("/limited").size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"429 | 7", "503 | 7", "429 | Sat, 21 Nov 2026 12:00:07 GMT"})
    @Tag("F-10")
    void anyRequestWhileItLastsThenNotSentAndTheRemainingTimeIsKnown(int status, String retryAfter) {
        answer(status, retryAfter);
        assertThat(transport.get(address).retryAfter()).isEqualTo(Duration.ofSeconds(7));
        provider.time().advance(Duration.ofSeconds(2));

        AuthorizationServerException refusal =
                catchThrowableOfType(AuthorizationServerException.class, () -> transport.post(address, new FormBody()));

        assertThat(refusal.code()).isEqualTo(Auth0ErrorCode.SERVER_RATE_LIMITED);
        assertThat(refusal.code().status()).isEqualTo(503);
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(5));
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    @Tag("F-10")
    void anyRequestWhenItIsOverThenSentAgain() {
        answer(429, "7");
        transport.get(address);
        provider.time().advance(Duration.ofMillis(6_999));
        assertRefused(Auth0ErrorCode.SERVER_RATE_LIMITED, () -> transport.get(address));
        provider.time().advance(Duration.ofMillis(1));
        transport.get(address);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    @Tag("F-10")
    void anyRequestWhenTheTimeIsAbsurdThenAMinuteIsEnough() {
        answer(429, "1000000000");
        transport.get(address);
        provider.time().advance(Duration.ofSeconds(60));
        transport.get(address);
        assertThat(requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-7", "soon", "0"})
    @Tag("F-10")
    void anyRequestWhenTheHeaderIsUnusableThenSent(String retryAfter) {
        answer(429, retryAfter);
        assertThat(transport.get(address).retryAfter()).isNull();
        transport.get(address);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void anyRequestWhenTheStatusIsAnotherThenSent() {
        answer(200, "7");
        transport.get(address);
        transport.get(address);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void anyRequestWhenAnotherAddressIsLimitedThenSent() {
        answer(429, "7");
        transport.get(address);
        transport.get(URI.create(provider.at("/other")));
        assertThat(provider.received("/other")).hasSize(1);
    }

    @Test
    void anyRequestWhenTheClockWasSetBackThenSent() {
        answer(429, "60");
        transport.get(address);
        provider.time().advance(Duration.ofHours(-1));
        transport.get(address);
        assertThat(requests()).isEqualTo(2);
    }

    /** Auth0 says the second at which its limit ends; on good answers too, where it means nothing yet. */
    @ParameterizedTest
    @CsvSource({"429, 1795262407, 7", "429, 1795262399, ", "429, soon, ", "429, 1795999999, 60", "503, 1795262407, "})
    @Tag("F-10")
    void anyRequestWhenAuth0SaysWhenTheLimitEndsThenNotBefore(int status, String reset, @Nullable Integer seconds) {
        provider.on("/limited", new Reply(status, "text/plain", "").header("x-ratelimit-reset", reset));
        assertThat(transport.get(address).retryAfter()).isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    @Test
    @Tag("F-10")
    void anyRequestWhenThereAreBothHeadersThenRetryAfterDecides() {
        provider.on(
                "/limited",
                new Reply(429, "text/plain", "").header("Retry-After", "3").header("x-ratelimit-reset", "1795262407"));
        assertThat(transport.get(address).retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void dropRateLimitsWhenCalledThenSent() {
        answer(429, "60");
        transport.get(address);
        transport.dropRateLimits();
        transport.get(address);
        assertThat(requests()).isEqualTo(2);
    }
}
