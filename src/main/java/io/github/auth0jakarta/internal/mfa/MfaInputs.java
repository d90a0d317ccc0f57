package io.github.auth0jakarta.internal.mfa;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.MfaChallengeRequest;
import io.github.auth0jakarta.MfaEnrollmentRequest;
import io.github.auth0jakarta.MfaException;
import io.github.auth0jakarta.MfaVerification;
import java.util.Map;
import java.util.regex.Pattern;

/** What can be told of a factor before the provider is asked; all methods throw {@code mfa.options_invalid}. */
final class MfaInputs {
    /** ITU-T E.164: at most 15 digits, the first of which is not 0. */
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,253}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9|._~-]{0,255}");
    /** Visible ASCII, and no longer than anybody types. */
    private static final Pattern CODE = Pattern.compile("[!-~]{1,64}");

    private static final Pattern OOB_CODE = Pattern.compile("[!-~]{1,4096}");
    private static final Map<String, Pattern> PARAMETERS =
            Map.of("otp", CODE, "binding_code", CODE, "recovery_code", CODE, "oob_code", OOB_CODE);

    private MfaInputs() {}

    static void check(MfaEnrollmentRequest factor) {
        factor.phoneNumber().ifPresent(number -> require(PHONE_NUMBER, number, "the phone number is not one of E.164"));
        factor.emailAddress().ifPresent(address -> require(EMAIL, address, "the email address is none"));
    }

    static void check(MfaChallengeRequest request) {
        request.authenticatorId().ifPresent(MfaInputs::id);
    }

    static void check(MfaVerification factor) {
        factor.parameters()
                .forEach((name, value) -> require(PARAMETERS.getOrDefault(name, CODE), value, name + " is malformed"));
    }

    static String id(String authenticatorId) {
        require(ID, authenticatorId, "the id of the authenticator is malformed");
        return authenticatorId;
    }

    private static void require(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw invalid(what);
        }
    }

    static MfaException invalid(String what) {
        return new MfaException(Auth0ErrorCode.MFA_OPTIONS_INVALID, what);
    }
}
