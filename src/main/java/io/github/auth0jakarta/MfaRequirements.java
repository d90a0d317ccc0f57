package io.github.auth0jakarta;

import java.util.Set;

/**
 * Which second factors will do, by Auth0's names for them: {@code otp}, {@code phone}, {@code email},
 * {@code push-notification}, {@code recovery-code} and others.
 *
 * @param challenge those that the caller has and may show; empty where the provider does not say
 * @param enroll those that the caller may enrol first
 */
public record MfaRequirements(Set<String> challenge, Set<String> enroll) {

    public MfaRequirements {
        challenge = Set.copyOf(challenge);
        enroll = Set.copyOf(enroll);
    }
}
