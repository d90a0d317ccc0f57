package io.github.auth0jakarta.internal.mfa;

import io.github.auth0jakarta.MfaAuthenticator;
import io.github.auth0jakarta.MfaEnrollmentRequest;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names of factors: Auth0 demands one by a finer name ({@code phone}, {@code push-notification}) than it is challenged by
 * ({@code oob}), and both name the same.
 */
final class FactorNames {
    /** How a factor is enrolled and challenged. */
    static final String OTP = "otp";

    static final String OOB = "oob";

    /** By the channel that a code comes by. */
    private static final Map<String, Set<String>> OF_CHANNEL = Map.of(
            "sms", Set.of(OOB, "sms", "phone"),
            "voice", Set.of(OOB, "voice", "phone"),
            "email", Set.of(OOB, "email"),
            "auth0", Set.of(OOB, "auth0", "push", "push-notification"));

    private static final Set<String> OUT_OF_BAND =
            Set.of(OOB, "sms", "voice", "phone", "email", "auth0", "push", "push-notification");

    private FactorNames() {}

    /** Returns whether a demand is one for what is challenged as this. */
    static boolean isChallengedBy(String type, Set<String> demanded) {
        return !Collections.disjoint(type.equals(OOB) ? OUT_OF_BAND : Set.of(type), demanded);
    }

    /** Returns whether a demand is one for what somebody has enrolled. */
    static boolean isOneOf(MfaAuthenticator authenticator, Set<String> demanded) {
        Set<String> names = new HashSet<>();
        names.add(authenticator.authenticatorType());
        authenticator.type().ifPresent(names::add);
        authenticator.oobChannels().forEach(channel -> names.addAll(OF_CHANNEL.getOrDefault(channel, Set.of(OOB))));
        return !Collections.disjoint(names, demanded);
    }

    /** Returns whether a demand is one for what is to be enrolled. */
    static boolean isOneOf(MfaEnrollmentRequest.Factor factor, Set<String> demanded) {
        String channel = channel(factor);
        return !Collections.disjoint(
                channel.isEmpty() ? Set.of(OTP) : OF_CHANNEL.getOrDefault(channel, Set.of()), demanded);
    }

    /** Returns by what a code comes to whoever enrols this, empty for a factor that needs nothing sent. */
    static String channel(MfaEnrollmentRequest.Factor factor) {
        return switch (factor) {
            case OTP -> "";
            case SMS -> "sms";
            case VOICE -> "voice";
            case EMAIL -> "email";
            case PUSH -> "auth0";
        };
    }
}
