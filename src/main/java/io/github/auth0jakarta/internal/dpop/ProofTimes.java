package io.github.auth0jakarta.internal.dpop;

import io.github.auth0jakarta.internal.jose.Claims;
import io.github.auth0jakarta.internal.jose.TokenFault;
import io.github.auth0jakarta.internal.jose.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When a proof is good (RFC 9449, 4.3, 11 and 11.1); {@code exp} and {@code nbf} count where it has them.
 *
 * @param offset how old it may be
 * @param leeway how far the client's clock may be ahead
 */
public record ProofTimes(InstantSource clock, Duration offset, Duration leeway) {

    /** Refuses a proof whose time is over, or has not come. */
    void check(Claims claims) {
        Instant now = clock.instant();
        Instant iat = claims.requireInstant("iat");
        if (iat.isBefore(now.minus(offset))
                || claims.instant("exp")
                        .filter(exp -> !now.minus(leeway).isBefore(exp))
                        .isPresent()) {
            throw TokenKind.DPOP.refuse(TokenFault.EXPIRED, "the proof was made too long ago");
        }
        if (iat.isAfter(now.plus(leeway))) {
            throw TokenKind.DPOP.refuse(TokenFault.ISSUED_IN_FUTURE, "the proof was made in the future");
        }
        if (claims.instant("nbf").filter(now.plus(leeway)::isBefore).isPresent()) {
            throw TokenKind.DPOP.refuse(TokenFault.NOT_YET_VALID, "the proof is not valid yet");
        }
    }

    /** Returns a time at which a proof of that {@code iat} is certainly refused. */
    Instant end(Instant iat) {
        return iat.plus(offset).plusSeconds(1);
    }
}
