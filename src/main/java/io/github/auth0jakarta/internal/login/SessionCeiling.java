package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.jose.Claims;
import io.github.auth0jakarta.internal.jose.TokenFault;
import io.github.auth0jakarta.internal.jose.TokenKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the provider wants the session to have ended, by the {@code session_expiry} claim (IPSIE). */
final class SessionCeiling {
    /** A greater number is one of milliseconds. */
    private static final long BEYOND_SECONDS = 10_000_000_000L;

    private static final Duration LEAST = Duration.ofSeconds(30);

    private SessionCeiling() {}

    /**
     * Returns the time, null where the token does not say.
     *
     * @throws LoginException {@code login.session_expired} where hardly anything of the session would be left
     */
    static @Nullable Instant of(Claims claims, Instant now) {
        if (!claims.has("session_expiry")) {
            return null;
        }
        if (!(claims.asMap().get("session_expiry") instanceof Long seconds)
                || seconds <= 0
                || seconds >= BEYOND_SECONDS) {
            throw TokenKind.ID_TOKEN.refuse(
                    TokenFault.CLAIM_MALFORMED, "the claim session_expiry is not a positive number of seconds");
        }
        Instant ceiling = Instant.ofEpochSecond(seconds);
        Instant issuedAt = claims.requireInstant("iat");
        Instant begin = issuedAt.isAfter(now) ? issuedAt : now;
        if (!ceiling.isAfter(begin.plus(LEAST))) {
            throw new LoginException(Auth0ErrorCode.LOGIN_SESSION_EXPIRED, "the provider's session is about to end");
        }
        return ceiling;
    }
}
