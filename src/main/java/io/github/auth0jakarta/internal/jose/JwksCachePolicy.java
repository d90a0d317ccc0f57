package io.github.auth0jakarta.internal.jose;

import java.time.Duration;

/**
 * How long a provider's keys are used and how often they are asked for.
 *
 * @param freshFor how long a key set is used before it is asked for again; a key that the provider withdrew is good for
 *     as long
 * @param refreshAhead how long before that the set is renewed in the background, where requests come in
 * @param keepInOutage how long after the last success a set is still used when the provider does not answer
 * @param refetchInterval the time in which the set is asked for at most twice, however many unknown keys tokens name
 * @param waitAtMost how long a request waits for the fetch of another one; less than a fetch may take, so that no request
 *     waits for a failed one and then tries once more
 */
public record JwksCachePolicy(
        Duration freshFor,
        Duration refreshAhead,
        Duration keepInOutage,
        Duration refetchInterval,
        Duration waitAtMost) {

    public static final JwksCachePolicy DEFAULT = new JwksCachePolicy(
            Duration.ofMinutes(10),
            Duration.ofMinutes(2),
            Duration.ofHours(4),
            Duration.ofSeconds(30),
            Duration.ofSeconds(4));
}
