package io.github.auth0jakarta.tenant;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Session transfer tokens: each begins one session, of one user, in one browser, within a minute. */
final class SessionTransfers {

    static final Duration LIFETIME = Duration.ofMinutes(1);

    private final Expiring<Transfer> transfers;
    private final Randomness randomness;

    /**
     * Whose session begins.
     *
     * @param actor the sub of who acts for the user
     */
    record Transfer(User user, String actor) {}

    SessionTransfers(Randomness randomness, InstantSource clock) {
        this.transfers = new Expiring<>(clock);
        this.randomness = randomness;
    }

    String issue(User user, String actor) {
        String token = randomness.token();
        transfers.put(token, new Transfer(user, actor), LIFETIME);
        return token;
    }

    /** Uses a token up; null for one that is none any more. */
    @Nullable
    Transfer take(String token) {
        return transfers.take(token);
    }
}
