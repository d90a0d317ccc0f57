package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.AccessTokenService;
import io.github.auth0jakarta.MfaEnrollment;
import io.github.auth0jakarta.MfaEnrollmentRequest;
import io.github.auth0jakarta.MfaRequiredException;
import io.github.auth0jakarta.MfaResult;
import io.github.auth0jakarta.MfaService;
import io.github.auth0jakarta.MfaVerification;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;

// tag::step-up
@Path("/payments")
public class PaymentsResource {

    @Inject
    private AccessTokenService accessTokens;

    @Inject
    private MfaService secondFactors;

    @POST
    public Response pay() {
        try {
            accessTokens.accessToken("https://payments.example.com", Set.of("pay"));
            return Response.noContent().build(); // and call the API
        } catch (MfaRequiredException e) {
            boolean enrolFirst = e.requirements().challenge().isEmpty();
            return Response.status(Response.Status.FORBIDDEN)
                    .entity(Map.of("mfa_token", e.mfaToken(), "enrol", enrolFirst))
                    .build();
        }
    }

    @POST
    @Path("/code")
    public Response showCode(@FormParam("mfa_token") String mfaToken, @FormParam("code") String code) {
        MfaResult result = secondFactors.verify(mfaToken, MfaVerification.otp(code));
        // The session has the access token now: pay() succeeds.
        return Response.ok(result.recoveryCode().orElse("")).build();
    }
    // end::step-up

    // tag::enrol
    @POST
    @Path("/app")
    public Map<String, Object> enrolApp(@FormParam("mfa_token") String mfaToken) {
        MfaEnrollment app = secondFactors.enroll(mfaToken, MfaEnrollmentRequest.otp());
        return Map.of(
                "barcode_uri", app.barcodeUri().orElseThrow(), // to be drawn as a QR code
                "recovery_codes", app.recoveryCodes()); // to be shown once
    }
    // end::enrol
}
