package io.github.auth0jakarta.internal.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lives: until an absolute end after the login and, where it rolls, only while it is used.
 *
 * <p>A clock that goes back lengthens a session by as much; it never ends one.
 *
 * @param rolling whether use prolongs a session; if not, inactivity does not end it either
 * @param absolute from the login to the latest end
 * @param inactivity from the last use that was written to the end
 */
public record SessionLifetime(boolean rolling, Duration absolute, Duration inactivity) {

    /** A session that is used all the time is written once in this time. */
    private static final Duration WRITE_INTERVAL = Duration.ofSeconds(60);

    private static final Duration TWO_WRITE_INTERVALS = WRITE_INTERVAL.multipliedBy(2);
    /** The session must not be in use any more when the provider's ends, whose clock may be ahead. */
    private static final Duration CEILING_LEEWAY = Duration.ofSeconds(30);

    public SessionLifetime {
        if (absolute.toSeconds() <= 0 || inactivity.toSeconds() <= 0) {
            throw new IllegalArgumentException("A session lives for at least a second");
        }
    }

    /** Returns when a session ends however much it is used: a while after the login, and before the provider's ceiling. */
    public Instant latestEndOf(SessionData session) {
        Instant end = session.createdAt().plus(absolute);
        Instant ceiling = session.login().ceiling();
        if (ceiling == null) {
            return end;
        }
        Instant early = ceiling.minus(CEILING_LEEWAY);
        return early.isBefore(end) ? early : end;
    }

    /** Returns when a session ends if it is not used again. */
    public Instant endOf(SessionData session) {
        Instant latest = latestEndOf(session);
        if (!rolling) {
            return latest;
        }
        Instant unused = session.updatedAt().plus(inactivity);
        return unused.isBefore(latest) ? unused : latest;
    }

    /** Returns whether a session has not ended; at the very instant of its end it has. */
    public boolean isAlive(SessionData session, Instant now) {
        return now.isBefore(endOf(session));
    }

    /** Returns the {@code Max-Age} of the cookie that carries a session; never negative. */
    public Duration maxAge(SessionData session, Instant now) {
        Duration left = Duration.between(now, endOf(session));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Returns whether a use at this time must be written down, for the session to live on by it. */
    public boolean isWriteDue(SessionData session, Instant now) {
        return rolling && !now.isBefore(session.updatedAt().plus(writeInterval()));
    }

    /** Where sessions end after less than two minutes of inactivity, a write per minute would be too late. */
    private Duration writeInterval() {
        return inactivity.compareTo(TWO_WRITE_INTERVALS) < 0 ? inactivity.dividedBy(2) : WRITE_INTERVAL;
    }
}
