package io.github.auth0jakarta.internal.mfa;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.MfaException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets nobody guess codes: after five that were wrong a demand for a second factor is of no use, whatever comes.
 *
 * <p>An attempt counts before it is made, so that many at once are no more than five either.
 */
final class MfaAttempts {
    static final int MOST = 5;

    private static final int MOST_KEPT = 100_000;
    private static final int TOO_MANY_REQUESTS = 429;
    /** What a provider says that has not looked at a code, or has none to look at. */
    private static final Set<String> NOT_WRONG =
            Set.of("authorization_pending", "slow_down", "mfa_required", "invalid_client", "unauthorized_client");

    private final Cache<String, AtomicInteger> wrong;

    /**
     * @param longest how long a demand can be met
     */
    MfaAttempts(Duration longest, InstantSource clock) {
        this.wrong = Caffeine.newBuilder()
                .expireAfterAccess(longest)
                .maximumSize(MOST_KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * Makes an attempt.
     *
     * @throws MfaException {@code mfa.attempts_exhausted} without making it
     */
    <T> T make(MfaContext context, Supplier<T> attempt) {
        AtomicInteger count = wrong.get(context.digest(), digest -> new AtomicInteger());
        if (count.getAndUpdate(made -> Math.min(MOST, made + 1)) >= MOST) {
            throw new MfaException(Auth0ErrorCode.MFA_ATTEMPTS_EXHAUSTED, "too many codes were wrong");
        }
        boolean isWrong = false;
        try {
            return attempt.get();
        } catch (AuthorizationServerException e) {
            isWrong = isWrong(e);
            throw e;
        } finally {
            if (!isWrong) {
                count.decrementAndGet();
            }
        }
    }

    private static boolean isWrong(AuthorizationServerException refusal) {
        return refusal.status() >= 400
                && refusal.status() < 500
                && refusal.status() != TOO_MANY_REQUESTS
                && refusal.error().filter(NOT_WRONG::contains).isEmpty();
    }
}
