package io.github.auth0jakarta.internal.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.auth0jakarta.Auth0Exception;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers to questions that many threads ask at once: one of them asks, the others wait for its answer, and all get the
 * same, also for a while afterwards. A failure goes to those who wait and is then forgotten.
 *
 * <p>No lock is held while the question is asked, and the thread that came first asks it itself. Caffeine's own asynchronous
 * cache would do, if it did not log each failure with its stack.
 */
public final class SharedAnswers<Q, A> {
    private static final Duration UNTIL_ANSWERED = Duration.ofDays(1);

    private final Cache<Q, CompletableFuture<A>> cache;

    /**
     * @param keptFor how long an answer is given again, counted from when it came
     * @param most how many answers are kept
     * @param clock tells the time
     */
    public SharedAnswers(Duration keptFor, int most, InstantSource clock) {
        this(answer -> keptFor, most, clock);
    }

    /**
     * @param keptFor how long this answer is given again, counted from when it came
     * @param most how many answers are kept
     * @param clock tells the time
     */
    public SharedAnswers(Function<A, Duration> keptFor, int most, InstantSource clock) {
        this.cache = Caffeine.newBuilder()
                .expireAfter(Expiry.<Q, CompletableFuture<A>>writing(
                        (question, answer) -> answer.isDone() ? keptFor.apply(answer.join()) : UNTIL_ANSWERED))
                .maximumSize(most)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Returns the answer to a question; what the supplier throws is thrown to all who wait. */
    public A get(Q question, Supplier<A> ask) {
        CompletableFuture<A> mine = new CompletableFuture<>();
        CompletableFuture<A> present = cache.asMap().putIfAbsent(question, mine);
        if (present == null) {
            complete(question, mine, ask);
            present = mine;
        }
        try {
            return present.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Auth0Exception failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void complete(Q question, CompletableFuture<A> answer, Supplier<A> ask) {
        try {
            answer.complete(ask.get());
            // Written again, because it is kept from now on and not from when it was asked for.
            cache.asMap().replace(question, answer, answer);
        } catch (RuntimeException | Error e) {
            cache.asMap().remove(question, answer);
            answer.completeExceptionally(e);
        }
    }

    /** Forgets the answers to these questions; whoever waits for one gets it all the same. */
    public void forget(Predicate<Q> which) {
        cache.asMap().keySet().removeIf(which);
    }

    /** Forgets all answers. */
    public void clear() {
        cache.invalidateAll();
    }
}
