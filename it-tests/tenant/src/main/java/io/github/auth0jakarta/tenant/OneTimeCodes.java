package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Codes of six digits that were sent to somebody: each good for three minutes, once, and for three attempts.
 *
 * @param <V> what a code stands for
 */
final class OneTimeCodes<V> {

    static final Duration LIFETIME = Duration.ofMinutes(3);
    static final int ATTEMPTS = 3;

    private static final int DIGITS = 6;

    private final Expiring<Sent<V>> sent;
    private final Randomness randomness;

    private record Sent<V>(String code, V value, int attempts) {}

    OneTimeCodes(Randomness randomness, InstantSource clock) {
        this.sent = new Expiring<>(clock);
        this.randomness = randomness;
    }

    /** Returns a new code; an earlier one with this key is worth nothing any more. */
    synchronized String issue(String key, V value) {
        BigInteger number = new BigInteger(1, randomness.secret(Long.BYTES)).mod(BigInteger.TEN.pow(DIGITS));
        String code = number.add(BigInteger.TEN.pow(DIGITS)).toString().substring(1);
        sent.put(key, new Sent<>(code, value, 0), LIFETIME);
        return code;
    }

    /** Uses a code up, or an attempt. */
    synchronized V redeem(String key, String code) {
        Sent<V> found = sent.find(key);
        if (found == null) {
            throw wrong();
        }
        if (found.code().equals(code)) {
            sent.take(key);
            return found.value();
        }
        if (found.attempts() + 1 == ATTEMPTS) {
            sent.take(key);
        } else {
            sent.replace(key, new Sent<>(found.code(), found.value(), found.attempts() + 1));
        }
        throw wrong();
    }

    /** As Auth0 has it, whatever is wrong. */
    static OAuthException wrong() {
        return new OAuthException(
                OAuth2Error.INVALID_GRANT.setHTTPStatusCode(403), "Wrong email, phone number or verification code.");
    }
}
