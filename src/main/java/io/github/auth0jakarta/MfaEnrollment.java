package io.github.auth0jakarta;

import java.util.List;
import java.util.Optional;

/**
 * A second factor that is being enrolled; the caller confirms it by {@link MfaService#verify}.
 *
 * @param authenticatorType {@code otp} or {@code oob}
 * @param secret of one-time codes, in Base32; empty for other factors
 * @param barcodeUri what a QR code has to say, an {@code otpauth:} address or that of the Guardian app
 * @param recoveryCodes to be shown once and kept by the caller; empty unless this is the first factor
 * @param oobChannel how the code comes
 * @param oobCode what {@link MfaVerification#oob} needs
 * @param bindingMethod {@code prompt} where the code that comes has to be typed in; empty for a push notification
 * @param id names the factor
 */
public record MfaEnrollment(
        String authenticatorType,
        Optional<String> secret,
        Optional<String> barcodeUri,
        List<String> recoveryCodes,
        Optional<String> oobChannel,
        Optional<String> oobCode,
        Optional<String> bindingMethod,
        Optional<String> id) {

    public MfaEnrollment {
        recoveryCodes = List.copyOf(recoveryCodes);
    }

    /** Says nothing that a factor could be shown with. */
    @Override
    public String toString() {
        return "MfaEnrollment[authenticatorType=" + authenticatorType + ", oobChannel=" + oobChannel.orElse(null) + "]";
    }
}
