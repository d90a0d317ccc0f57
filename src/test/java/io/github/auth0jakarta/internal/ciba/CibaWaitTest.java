package io.github.auth0jakarta.internal.ciba;

import static io.github.auth0jakarta.internal.ciba.CibaFlow.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.BackchannelAuthentication;
import io.github.auth0jakarta.TokenSet;
import io.github.auth0jakarta.testing.FakeAuthorizationServer.Reply;
import io.github.auth0jakarta.testing.FixedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CIBA Core, 7.3 and 11: when a wait polls, and how it ends. */
@Timeout(60)
class CibaWaitTest {
    private final CibaFlow flow = new CibaFlow();

    @AfterEach
    void stop() {
        flow.close();
    }

    private CompletableFuture<TokenSet> await(BackchannelAuthentication started) {
        return flow.authentications().await(started.id(), OWNER).toCompletableFuture();
    }

    private CompletableFuture<TokenSet> await() {
        return await(flow.start());
    }

    private List<Long> pollSeconds() {
        return flow.polls.stream()
                .map(poll -> Duration.between(FixedTime.START, poll).toSeconds())
                .toList();
    }

    private void assertFailed(CompletableFuture<TokenSet> result, Auth0ErrorCode code) {
        assertThat(result).isCompletedExceptionally();
        CompletionException failure = catchThrowableOfType(CompletionException.class, result::join);
        assertThat(failure.getCause())
                .isInstanceOfSatisfying(
                        Auth0Exception.class, e -> assertThat(e.code()).isEqualTo(code));
        assertThat(flow.later.waiting()).isZero();
        assertThat(flow.authentications().waiting()).isZero();
    }

    @Test
    @Tag("TC-13")
    void waitThenPollsAfterEachIntervalAndNotBefore() {
        CompletableFuture<TokenSet> result = await();
        assertThat(flow.polls).isEmpty();
        flow.later.advance(Duration.ofSeconds(16));
        assertThat(pollSeconds()).containsExactly(5L, 10L, 15L);
        flow.next(flow.tokens(flow.idToken()));
        flow.later.advance(Duration.ofSeconds(4));
        assertThat(result.join().accessToken().value()).isEqualTo("at-1");
        assertThat(flow.later.waiting()).isZero();
        assertThat(flow.authentications().waiting()).isZero();
    }

    @Test
    @Tag("TC-13")
    @Tag("F-33")
    void waitWhenSlowDownThreeTimesThenExpiredThenIntervalsGrowAndItEnds() {
        CompletableFuture<TokenSet> result = await();
        Reply slowDown = Reply.error(400, "slow_down");
        flow.next(slowDown, slowDown, slowDown, Reply.error(400, "expired_token"));
        flow.later.advance(Duration.ofSeconds(200));
        assertThat(pollSeconds()).containsExactly(5L, 15L, 30L, 50L);
        assertFailed(result, Auth0ErrorCode.CIBA_EXPIRED);
    }

    @Test
    @Tag("TC-13")
    @Tag("F-33")
    void waitWhenTheUserNeverDecidesThenItEndsWithTheRequestAndPollsNoMore() {
        flow.started("expires_in", 12);
        CompletableFuture<TokenSet> result = await();
        flow.later.advance(Duration.ofMillis(11_999));
        assertThat(result).isNotDone();
        flow.later.advance(Duration.ofMillis(1));
        assertFailed(result, Auth0ErrorCode.CIBA_EXPIRED);
        flow.later.advance(Duration.ofSeconds(100));
        assertThat(pollSeconds()).containsExactly(5L, 10L);
    }

    @Test
    void waitWhenTheUserRefusesThenDenied() {
        CompletableFuture<TokenSet> result = await();
        flow.next(Reply.error(400, "access_denied"));
        flow.later.advance(Duration.ofSeconds(5));
        assertFailed(result, Auth0ErrorCode.CIBA_DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "400, authorization_pending, 20, 25",
        "400, authorization_pending, 2, 10",
        "400, slow_down, 2, 15",
        "400, slow_down, 20, 25",
        "503, temporarily_unavailable, 20, 25",
        "503, temporarily_unavailable, 2, 10",
        "429, too_many_requests, 20, 25"
    })
    @Tag("TC-13")
    void waitWhenTheProviderNamesATimeThenTheLongerOneCounts(
            int status, String error, String retryAfter, long secondPoll) {
        assertThat(await()).isNotDone();
        flow.next(Reply.error(status, error).header("Retry-After", retryAfter));
        flow.later.advance(Duration.ofSeconds(29));
        assertThat(pollSeconds()).startsWith(5L, secondPoll);
    }

    @Test
    void waitWhenTheTimeIsADateThenItCounts() {
        assertThat(await()).isNotDone();
        flow.next(Reply.error(503, "temporarily_unavailable").header("Retry-After", "Sat, 21 Nov 2026 12:00:35 GMT"));
        flow.later.advance(Duration.ofSeconds(36));
        assertThat(pollSeconds()).containsExactly(5L, 35L);
    }

    @ParameterizedTest
    @CsvSource({"500", "503"})
    void waitWhenTheProviderFailsWithoutATimeThenItEnds(int status) {
        CompletableFuture<TokenSet> result = await();
        flow.next(Reply.error(status, "server_error"));
        flow.later.advance(Duration.ofSeconds(5));
        assertFailed(result, Auth0ErrorCode.SERVER_ERROR_RESPONSE);
    }

    @Test
    void waitWhenTheProviderCannotBeReachedThenItEnds() {
        CompletableFuture<TokenSet> result = await();
        flow.provider.close();
        flow.later.advance(Duration.ofSeconds(5));
        assertFailed(result, Auth0ErrorCode.TRANSPORT_FAILED);
    }

    @Test
    void waitWhenItFailedThenOneMayWaitAgain() {
        BackchannelAuthentication started = flow.start();
        CompletableFuture<TokenSet> first = await(started);
        flow.next(Reply.error(500, "server_error"), flow.tokens(flow.idToken()));
        flow.later.advance(Duration.ofSeconds(5));
        assertThat(first).isCompletedExceptionally();
        CompletableFuture<TokenSet> second = await(started);
        flow.later.advance(Duration.ofSeconds(5));
        assertThat(second).isCompleted();
    }

    @Test
    void waitWhenTheTokensAreOfAnotherUserThenItEnds() {
        CompletableFuture<TokenSet> result = await();
        flow.next(flow.tokens(flow.idToken().claim("sub", "auth0|other")));
        flow.later.advance(Duration.ofSeconds(5));
        assertFailed(result, Auth0ErrorCode.CIBA_SUBJECT_MISMATCH);
    }

    @Test
    @Tag("TC-13")
    void waitWhenCancelledThenPollsNoMore() {
        CompletableFuture<TokenSet> result = await();
        flow.later.advance(Duration.ofSeconds(5));
        result.cancel(false);
        assertThat(flow.later.waiting()).isZero();
        assertThat(flow.authentications().waiting()).isZero();
        flow.later.advance(Duration.ofSeconds(100));
        assertThat(pollSeconds()).containsExactly(5L);
    }

    @Test
    void waitWhenTheApplicationEndsThenStopped() {
        CompletableFuture<TokenSet> result = await();
        flow.authentications().close();
        assertFailed(result, Auth0ErrorCode.CIBA_STOPPED);
        assertFailed(await(), Auth0ErrorCode.CIBA_STOPPED);
        flow.later.advance(Duration.ofSeconds(100));
        assertThat(flow.polls).isEmpty();
    }

    @Test
    void waitWhenNoMoreTasksAreTakenThenStopped() {
        flow.later.close();
        assertFailed(await(), Auth0ErrorCode.CIBA_STOPPED);
    }

    @Test
    @Tag("TC-13")
    void waitWhenSeveralWaitForTheSameThenTogetherTheyKeepTheInterval() {
        BackchannelAuthentication started = flow.start();
        IntStream.range(0, 5).forEach(i -> assertThat(await(started)).isNotDone());
        flow.later.advance(Duration.ofSeconds(30));
        assertThat(flow.polls).hasSizeBetween(5, 6);
        for (int i = 1; i < flow.polls.size(); i++) {
            Instant before = flow.polls.get(i - 1);
            assertThat(Duration.between(before, flow.polls.get(i))).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
        }
    }
}
