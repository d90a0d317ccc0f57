package io.github.auth0jakarta;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A second factor that somebody has enrolled, as the provider describes it.
 *
 * @param id names it in a challenge
 * @param authenticatorType {@code otp}, {@code oob} or {@code recovery-code}
 * @param type Auth0's finer name ({@code otp}, {@code phone}, {@code email}, {@code push-notification}); empty where it does not say
 * @param active whether it has been confirmed
 * @param name for people, for example the end of a telephone number
 * @param oobChannels how a code comes: {@code sms}, {@code voice}, {@code email}, {@code auth0} for a push notification
 * @param phoneNumber masked by the provider
 */
public record MfaAuthenticator(
        String id,
        String authenticatorType,
        Optional<String> type,
        boolean active,
        Optional<String> name,
        List<String> oobChannels,
        Optional<String> phoneNumber,
        Optional<Instant> createdAt,
        Optional<Instant> lastAuthenticatedAt) {

    public MfaAuthenticator {
        oobChannels = List.copyOf(oobChannels);
    }

    /** Says nothing about whose it is. */
    @Override
    public String toString() {
        return "MfaAuthenticator[authenticatorType=" + authenticatorType + ", oobChannels=" + oobChannels + ", active="
                + active + "]";
    }
}
