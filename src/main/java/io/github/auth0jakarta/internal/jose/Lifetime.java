package io.github.auth0jakarta.internal.jose;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The times at which a token is valid (RFC 7519, 4.1.4 to 4.1.6): {@code exp} and {@code iat} must be there, {@code nbf}
 * may be.
 *
 * @param clock tells the time
 * @param skew how far the clocks of the provider and of this server may differ, at most 60 seconds
 * @param longestAge how long ago a token may have been issued, null where that does not matter; clocks are not allowed for
 */
public record Lifetime(
        InstantSource clock, Duration skew, @Nullable Duration longestAge) {
    private static final Duration MAX_SKEW = Duration.ofSeconds(60);

    public Lifetime {
        if (skew.isNegative() || skew.compareTo(MAX_SKEW) > 0) {
            throw new IllegalArgumentException(
                    "a clock skew must be between 0 and " + MAX_SKEW.toSeconds() + " seconds");
        }
    }

    /** Tokens may be of any age while they are valid. */
    public Lifetime(InstantSource clock, Duration skew) {
        this(clock, skew, null);
    }

    /** Refuses a token that is expired, not yet valid, or issued in the future. */
    public void check(TokenKind kind, Claims claims) {
        check(kind, claims, claims.requireInstant("exp"), claims.requireInstant("iat"));
    }

    /** Refuses like {@link #check}, but only by those of the times that the token has. */
    public void checkWhatIsThere(TokenKind kind, Claims claims) {
        check(
                kind,
                claims,
                claims.instant("exp").orElse(null),
                claims.instant("iat").orElse(null));
    }

    private void check(TokenKind kind, Claims claims, @Nullable Instant exp, @Nullable Instant iat) {
        Instant now = clock.instant();
        // "On or after" the expiration time a token is refused, so the last good moment is just before it.
        if (exp != null && !now.minus(skew).isBefore(exp)) {
            throw kind.refuse(TokenFault.EXPIRED, "the token has expired");
        }
        Instant ahead = now.plus(skew);
        if (claims.instant("nbf").filter(ahead::isBefore).isPresent()) {
            throw kind.refuse(TokenFault.NOT_YET_VALID, "the token is not valid yet");
        }
        if (iat != null && ahead.isBefore(iat)) {
            throw kind.refuse(TokenFault.ISSUED_IN_FUTURE, "the token was issued in the future");
        }
        if (longestAge != null && iat != null && now.minus(longestAge).isAfter(iat)) {
            throw kind.refuse(TokenFault.EXPIRED, "the token was issued too long ago");
        }
    }
}
