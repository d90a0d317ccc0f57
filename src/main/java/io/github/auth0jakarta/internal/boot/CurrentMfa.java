package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessToken;
import io.github.auth0jakarta.MfaAuthenticator;
import io.github.auth0jakarta.MfaChallenge;
import io.github.auth0jakarta.MfaChallengeRequest;
import io.github.auth0jakarta.MfaEnrollment;
import io.github.auth0jakarta.MfaEnrollmentRequest;
import io.github.auth0jakarta.MfaResult;
import io.github.auth0jakarta.MfaService;
import io.github.auth0jakarta.MfaVerification;
import io.github.auth0jakarta.internal.mfa.MfaSteps;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Second factors of whoever sent the current request. */
final class CurrentMfa implements MfaService {
    private final MfaSteps steps;

    CurrentMfa(MfaSteps steps) {
        this.steps = steps;
    }

    private static HttpServletRequest request() {
        return CDI.current().select(HttpServletRequest.class).get();
    }

    @Override
    public List<MfaAuthenticator> authenticators(String mfaToken) {
        return steps.authenticators(mfaToken, request());
    }

    @Override
    public MfaEnrollment enroll(String mfaToken, MfaEnrollmentRequest factor) {
        return steps.enroll(mfaToken, factor, request());
    }

    @Override
    public MfaChallenge challenge(String mfaToken, MfaChallengeRequest wanted) {
        return steps.challenge(mfaToken, wanted, request());
    }

    @Override
    public MfaResult verify(String mfaToken, MfaVerification factor) {
        HttpServletRequest request = request();
        return steps.verify(mfaToken, factor, request, CurrentResponse.of(request));
    }

    @Override
    public void delete(String mfaToken, String authenticatorId) {
        steps.delete(mfaToken, authenticatorId, request());
    }

    @Override
    public void delete(AccessToken accessToken, String authenticatorId) {
        steps.delete(accessToken, authenticatorId);
    }
}
