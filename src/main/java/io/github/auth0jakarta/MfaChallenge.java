package io.github.auth0jakarta;

import java.util.Optional;

/**
 * What the provider waits for.
 *
 * @param type {@code otp} or {@code oob}
 * @param oobCode what {@link MfaVerification#oob} needs; empty for one-time codes
 * @param bindingMethod {@code prompt} where the code that was sent has to be typed in; empty for a push notification
 */
public record MfaChallenge(String type, Optional<String> oobCode, Optional<String> bindingMethod) {

    /** Says everything but the code. */
    @Override
    public String toString() {
        return "MfaChallenge[type=" + type + ", bindingMethod=" + bindingMethod.orElse(null) + "]";
    }
}
