package io.github.auth0jakarta.internal.mfa;

import io.github.auth0jakarta.MfaChallengeRequest;
import io.github.auth0jakarta.MfaEnrollmentRequest;
import io.github.auth0jakarta.MfaVerification;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a script posts about a second factor; all methods throw {@code mfa.options_invalid} for what cannot be read. */
record MfaRequest(Map<String, ? extends @Nullable Object> members) {
    private static final String TOKEN = "mfa_token";

    String mfaToken() {
        return text(TOKEN);
    }

    MfaEnrollmentRequest enrollment() {
        requireOnly(Set.of("authenticator_types", "oob_channels", "phone_number", "email"));
        String type = only("authenticator_types");
        if (type.equals(FactorNames.OTP)) {
            requireOnly(Set.of("authenticator_types"));
            return MfaEnrollmentRequest.otp();
        }
        if (!type.equals(FactorNames.OOB)) {
            throw MfaInputs.invalid("authenticator_types is neither otp nor oob");
        }
        return switch (only("oob_channels")) {
            case "sms" -> MfaEnrollmentRequest.sms(text("phone_number"));
            case "voice" -> MfaEnrollmentRequest.voice(text("phone_number"));
            case "email" -> has("email") ? MfaEnrollmentRequest.email(text("email")) : MfaEnrollmentRequest.email();
            case "auth0" -> MfaEnrollmentRequest.push();
            default -> throw MfaInputs.invalid("oob_channels is none of sms, voice, email and auth0");
        };
    }

    MfaChallengeRequest challenge() {
        requireOnly(Set.of("challenge_type", "authenticator_id"));
        MfaChallengeRequest request = switch (text("challenge_type")) {
            case FactorNames.OTP -> MfaChallengeRequest.otp();
            case FactorNames.OOB -> MfaChallengeRequest.oob();
            default -> throw MfaInputs.invalid("challenge_type is neither otp nor oob");
        };
        return has("authenticator_id") ? request.withAuthenticator(text("authenticator_id")) : request;
    }

    /** A push notification has no code that could be typed in. */
    MfaVerification verification() {
        if (has("otp")) {
            requireOnly(Set.of("otp"));
            return MfaVerification.otp(text("otp"));
        }
        if (has("recovery_code")) {
            requireOnly(Set.of("recovery_code"));
            return MfaVerification.recoveryCode(text("recovery_code"));
        }
        requireOnly(Set.of("oob_code", "binding_code"));
        return has("binding_code")
                ? MfaVerification.oob(text("oob_code"), text("binding_code"))
                : MfaVerification.oob(text("oob_code"));
    }

    private boolean has(String name) {
        return members.containsKey(name);
    }

    private String text(String name) {
        if (members.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw MfaInputs.invalid(name + " is missing, or no text");
    }

    private String only(String name) {
        if (members.get(name) instanceof List<?> list && list.size() == 1 && list.get(0) instanceof String text) {
            return text;
        }
        throw MfaInputs.invalid(name + " is not a list of one text");
    }

    private void requireOnly(Set<String> names) {
        Set<String> others = new HashSet<>(members.keySet());
        others.removeAll(names);
        others.remove(TOKEN);
        if (!others.isEmpty()) {
            throw MfaInputs.invalid("there is a member that does not belong there");
        }
    }

    /** Says nothing of what is in it. */
    @Override
    public String toString() {
        return "MfaRequest";
    }
}
