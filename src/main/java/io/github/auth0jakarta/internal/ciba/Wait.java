package io.github.auth0jakarta.internal.ciba;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.BackchannelAuthenticationException;
import io.github.auth0jakarta.BackchannelAuthenticationResult;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Approved;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Denied;
import io.github.auth0jakarta.BackchannelAuthenticationResult.Pending;
import io.github.auth0jakarta.TokenSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Polls until there is a result; has a thread only while it does. */
final class Wait {
    private final StartedRequest request;
    private final Supplier<BackchannelAuthenticationResult> poll;
    private final Later later;
    private final InstantSource clock;
    private final CompletableFuture<TokenSet> result = new CompletableFuture<>();
    private volatile @Nullable Future<?> next;

    /**
     * @param poll knows itself when it may ask, and when the request has ended
     */
    Wait(StartedRequest request, Supplier<BackchannelAuthenticationResult> poll, Later later, InstantSource clock) {
        this.request = request;
        this.poll = poll;
        this.later = later;
        this.clock = clock;
    }

    /** Begins, and returns what ends with the wait and ends it when it is cancelled. */
    CompletableFuture<TokenSet> begin(Duration delay) {
        CompletableFuture<TokenSet> unused = result.whenComplete((tokens, failure) -> cancelNext());
        schedule(delay);
        return result;
    }

    void stop() {
        result.completeExceptionally(stopped());
    }

    static BackchannelAuthenticationException stopped() {
        return failure(Auth0ErrorCode.CIBA_STOPPED, "the application has ended");
    }

    /** At the end of the request the poll finds that out without the provider. */
    private void schedule(Duration delay) {
        Duration remaining = Duration.between(clock.instant(), request.expiresAt());
        Duration wait = delay.compareTo(remaining) < 0 ? delay : remaining;
        try {
            next = later.run(this::run, wait.isNegative() ? Duration.ZERO : wait);
        } catch (RejectedExecutionException e) {
            stop();
        }
        if (result.isDone()) {
            cancelNext();
        }
    }

    private void cancelNext() {
        Future<?> task = next;
        if (task != null) {
            task.cancel(false);
        }
    }

    private void run() {
        if (result.isDone()) {
            return;
        }
        try {
            take(poll.get());
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private void take(BackchannelAuthenticationResult found) {
        if (found instanceof Approved approved) {
            result.complete(approved.tokens());
        } else if (found instanceof Pending pending) {
            schedule(pending.pollAfter());
        } else if (found instanceof Denied) {
            result.completeExceptionally(failure(Auth0ErrorCode.CIBA_DENIED, "the user has not approved"));
        } else {
            result.completeExceptionally(failure(Auth0ErrorCode.CIBA_EXPIRED, "the user has not decided in time"));
        }
    }

    private static BackchannelAuthenticationException failure(Auth0ErrorCode code, String message) {
        return new BackchannelAuthenticationException(code, message);
    }
}
