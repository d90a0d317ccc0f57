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

    /** A refresh that is under way. */
    private record Turn(@Nullable TokenQuestion question, Thread owner, CompletableFuture<StoredAccessToken> answer) {}

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

    /**
     * Has this request take its turn where none is under way, else waits for the end of the one that is.
     *
     * @param question null for one whose answer nobody else can want
     */
    Result takeOrAwait(String sessionId, @Nullable TokenQuestion question, Supplier<StoredAccessToken> refresh) {
        Turn mine = new Turn(question, Thread.currentThread(), new CompletableFuture<>());
        Turn present = turns.putIfAbsent(sessionId, mine);
        if (present == null) {
            return new Result(take(sessionId, mine, refresh), null);
        }
        if (present.owner() == Thread.currentThread()) {
            throw new IllegalStateException(
                    "a SessionCustomizer asks for an access token of the session that it saves");
        }
        return new Result(null, await(present, question));
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

    private static Others await(Turn turn, @Nullable TokenQuestion question) {
        boolean same = question != null && question.equals(turn.question());
        try {
            return new Others(same, turn.answer().join(), null);
        } catch (CompletionException e) {
            return new Others(same, null, e.getCause() instanceof RuntimeException failure ? failure : e);
        }
    }
}
