package io.github.auth0jakarta.internal.ciba;

import io.github.auth0jakarta.TokenSet;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The waits that are under way in the application; they end with it. */
final class Waits {
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    CompletableFuture<TokenSet> begin(Wait wait, Duration delay) {
        waits.add(wait);
        CompletableFuture<TokenSet> result = wait.begin(delay);
        CompletableFuture<TokenSet> unused = result.whenComplete((tokens, failure) -> waits.remove(wait));
        // After it was added, so that one of the two sees the other.
        if (ended) {
            wait.stop();
        }
        return result;
    }

    int size() {
        return waits.size();
    }

    void end() {
        ended = true;
        waits.forEach(Wait::stop);
    }
}
