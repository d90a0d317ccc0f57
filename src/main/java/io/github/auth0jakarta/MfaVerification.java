package io.github.auth0jakarta;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What shows a second factor; immutable. */
public final class MfaVerification {
    private final String grantType;
    private final Map<String, String> parameters;

    private MfaVerification(String grant, Map<String, String> parameters) {
        this.grantType = "http://auth0.com/oauth/grant-type/mfa-" + grant;
        this.parameters = Collections.unmodifiableMap(parameters);
    }

    /** Returns a one-time code of the caller's app. */
    public static MfaVerification otp(String code) {
        return new MfaVerification("otp", Map.of("otp", code));
    }

    /**
     * Returns the question whether the caller has agreed to a push notification.
     *
     * @param oobCode of the challenge or enrolment
     */
    public static MfaVerification oob(String oobCode) {
        return new MfaVerification("oob", Map.of("oob_code", oobCode));
    }

    /**
     * Returns a code that was sent to the caller.
     *
     * @param oobCode of the challenge or enrolment
     * @param bindingCode what the caller typed in
     */
    public static MfaVerification oob(String oobCode, String bindingCode) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("oob_code", oobCode);
        parameters.put("binding_code", bindingCode);
        return new MfaVerification("oob", parameters);
    }

    /** Returns one of the caller's recovery codes, which is used up by this. */
    public static MfaVerification recoveryCode(String code) {
        return new MfaVerification("recovery-code", Map.of("recovery_code", code));
    }

    /** Returns the {@code grant_type} of the token request. */
    public String grantType() {
        return grantType;
    }

    /** Returns the further parameters of the token request, unmodifiable. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** Says nothing of the codes. */
    @Override
    public String toString() {
        return "MfaVerification[" + grantType + "]";
    }
}
