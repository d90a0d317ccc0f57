package io.github.auth0jakarta.sample;

import io.github.auth0jakarta.AccessTokenService;
import io.github.auth0jakarta.MfaEnrollment;
import io.github.auth0jakarta.MfaEnrollmentRequest;
import io.github.auth0jakarta.MfaRequiredException;
import io.github.auth0jakarta.MfaService;
import io.github.auth0jakarta.MfaVerification;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Gets a token that the tenant gives only for a second factor, and lets the user enrol and show one on the way. */
@Path("/services/mfa")
@RequestScoped
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResource {
    private static final String AUDIENCE = "https://payroll.example.com";

    @Inject
    private AccessTokenService tokens;

    @Inject
    private MfaService factors;

    /**
     * What the page goes on with.
     *
     * @param mfaToken what came with the demand for a second factor
     * @param code of the user's app
     */
    public record Request(String mfaToken, String code) {}

    /** Asks for the token; where a second factor is needed first, says whether the user has one. */
    @POST
    public Map<String, Object> token() {
        try {
            return Map.of("token", ShownToken.of(tokens.accessToken(AUDIENCE, Set.of("read:payroll"))));
        } catch (MfaRequiredException required) {
            Map<String, Object> demand = new LinkedHashMap<>();
            demand.put("code", required.code().toString());
            demand.put("mfaToken", required.mfaToken());
            demand.put("enrolled", !required.requirements().challenge().isEmpty());
            return demand;
        }
    }

    /** Enrols an authenticator app; the code that the page shows says its secret. */
    @POST
    @Path("/enrollment")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> enroll(Request request) {
        MfaEnrollment enrollment = factors.enroll(request.mfaToken(), MfaEnrollmentRequest.otp());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("svg", QrImage.svg(enrollment.barcodeUri().orElseThrow()));
        shown.put("secret", enrollment.secret().orElse(""));
        return shown;
    }

    /** Shows the factor; the session has the token then. */
    @POST
    @Path("/verification")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> verify(Request request) {
        factors.verify(request.mfaToken(), MfaVerification.otp(request.code()));
        return token();
    }
}
