package io.github.auth0jakarta.internal.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has the requests of a session use its refresh token one after the other.
 *
 * <p>With rotation a refresh token that is used twice ends the session. Requests of other sessions never wait.
 */
final class RefreshTurns {
    private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

    /**
     * A use that is under way.
     *
     * @param question null where it is no refresh, and answers nobody else
     */
    private record Turn(
            @Nullable TokenQuestion question, Thread owner, CompletableFuture<@Nullable StoredAccessToken> answer) {}

    /**
     * How a turn of somebody else ended.
     *
     * @param sameQuestion whether it was about what this request wants, too
     * @param token null where it failed
     */
    record Others(
            boolean sameQuestion,
            @Nullable StoredAccessToken token,
            @Nullable RuntimeException failure) {}

    /** The end of a turn: one's own token, or what another request found meanwhile. */
    record Result(@Nullable StoredAccessToken own, @Nullable Others others) {}

    /** Has this request take its turn where none is under way, else waits for the end of the one that is. */
    Result takeOrAwait(String sessionId, TokenQuestion question, Supplier<StoredAccessToken> refresh) {
        Turn mine = new Turn(question, Thread.currentThread(), new CompletableFuture<>());
        Turn present = turns.putIfAbsent(sessionId, mine);
        if (present == null) {
            return new Result(take(sessionId, mine, refresh), null);
        }
        requireOther(present);
        return new Result(null, await(present, question));
    }

    /** Has this request use the refresh token for something else, when no other request does. */
    <T> T takeAlone(String sessionId, Supplier<T> use) {
        Turn mine = new Turn(null, Thread.currentThread(), new CompletableFuture<>());
        for (Turn present = turns.putIfAbsent(sessionId, mine);
                present != null;
                present = turns.putIfAbsent(sessionId, mine)) {
            requireOther(present);
            present.answer().handle((token, failure) -> token).join();
        }
        try {
            return use.get();
        } finally {
            turns.remove(sessionId, mine);
            mine.answer().complete(null);
        }
    }

    private static void requireOther(Turn present) {
        if (present.owner() == Thread.currentThread()) {
            throw new IllegalStateException("a SessionCustomizer asks for a token of the session that it saves");
        }
    }

    private StoredAccessToken take(String sessionId, Turn mine, Supplier<StoredAccessToken> refresh) {
        try {
            StoredAccessToken token = refresh.get();
            mine.answer().complete(token);
            return token;
        } catch (RuntimeException | Error e) {
            mine.answer().completeExceptionally(e);
            throw e;
        } finally {
            turns.remove(sessionId, mine);
        }
    }

    private static Others await(Turn turn, TokenQuestion question) {
        boolean same = question.equals(turn.question());
        try {
            return new Others(same, turn.answer().join(), null);
        } catch (CompletionException e) {
            return new Others(same, null, e.getCause() instanceof RuntimeException failure ? failure : e);
        }
    }
}
