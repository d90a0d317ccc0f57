package io.github.auth0jakarta.internal.ciba;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.auth0jakarta.internal.jose.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When each request may be polled next (CIBA Core, 7.3 and 11): never sooner than its interval after the start and after
 * the last answer, whoever polls.
 *
 * <p>Bounded; on overflow those are forgotten that were not polled for longest, and begin again with the interval of their
 * start.
 */
final class PollTurns {
    /** CIBA Core, 11: what {@code slow_down} adds to the interval. */
    static final Duration SLOW_DOWN = Duration.ofSeconds(5);

    private static final int MOST = 100_000;

    private final Cache<String, Turn> turns = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofDays(1))
            .build();
    private final InstantSource clock;

    private record Turn(Duration interval, Instant notBefore) {}

    PollTurns(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns how long to wait until the next turn, zero where it is now. */
    Duration untilTurn(StartedRequest request) {
        return until(turns.get(key(request), key -> first(request)));
    }

    /** Takes the turn, and returns zero; where it is not now, or somebody else has it, returns how long to wait. */
    Duration take(StartedRequest request) {
        Duration[] wait = new Duration[1];
        turns.asMap().compute(key(request), (key, known) -> {
            Turn turn = known == null ? first(request) : known;
            wait[0] = until(turn);
            return wait[0].isZero() ? after(turn.interval(), turn.interval()) : turn;
        });
        return wait[0];
    }

    /**
     * Notes that the provider was asked in vain, and returns how long to wait until the next turn.
     *
     * @param slowDown whether it wants longer intervals from now on
     * @param atLeast how long it wants to be left alone this time
     */
    Duration pending(StartedRequest request, boolean slowDown, Duration atLeast) {
        return until(turns.asMap().compute(key(request), (key, known) -> {
            Duration before = (known == null ? first(request) : known).interval();
            Duration interval = slowDown ? before.plus(SLOW_DOWN) : before;
            return after(interval, interval.compareTo(atLeast) > 0 ? interval : atLeast);
        }));
    }

    private Turn after(Duration interval, Duration wait) {
        return new Turn(interval, clock.instant().plus(wait));
    }

    private static Turn first(StartedRequest request) {
        return new Turn(request.interval(), request.startedAt().plus(request.interval()));
    }

    private Duration until(Turn turn) {
        Duration wait = Duration.between(clock.instant(), turn.notBefore());
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Ids that work are kept in no memory longer than they have to be. */
    private static String key(StartedRequest request) {
        return Sha256.base64Url(request.authReqId());
    }
}
