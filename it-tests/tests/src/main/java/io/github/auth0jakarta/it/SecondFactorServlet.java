package io.github.auth0jakarta.it;

import io.github.auth0jakarta.AccessTokenService;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.MfaEnrollment;
import io.github.auth0jakarta.MfaEnrollmentRequest;
import io.github.auth0jakarta.MfaRequiredException;
import io.github.auth0jakarta.MfaResult;
import io.github.auth0jakarta.MfaService;
import io.github.auth0jakarta.MfaVerification;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Steps up by {@link MfaService}: {@code enroll} enrols an app, {@code otp} shows its code, without both asks for a token. */
@WebServlet("/page/second-factor")
@ServletSecurity(@HttpConstraint(rolesAllowed = "**"))
public class SecondFactorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AccessTokenService accessTokens;

    @Inject
    private transient MfaService secondFactors;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(answer(request).toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonObject answer(HttpServletRequest request) {
        String mfaToken = request.getParameter("mfa_token");
        try {
            if (mfaToken == null) {
                return token(request.getParameter("audience"));
            }
            String code = request.getParameter("otp");
            return code == null ? enrolled(mfaToken) : verified(mfaToken, code);
        } catch (MfaRequiredException e) {
            return Json.createObjectBuilder()
                    .add("code", e.code().text())
                    .add("mfa_token", e.mfaToken())
                    .add("challenge", Json.createArrayBuilder(e.requirements().challenge()))
                    .add("enroll", Json.createArrayBuilder(e.requirements().enroll()))
                    .build();
        } catch (Auth0Exception e) {
            return Json.createObjectBuilder().add("code", e.code().text()).build();
        }
    }

    private JsonObject token(String audience) {
        Set<String> scopes = accessTokens.accessToken(audience, Set.of()).scopes();
        return Json.createObjectBuilder()
                .add("code", "")
                .add("scope", String.join(" ", scopes))
                .build();
    }

    private JsonObject enrolled(String mfaToken) {
        MfaEnrollment enrollment = secondFactors.enroll(mfaToken, MfaEnrollmentRequest.otp());
        return Json.createObjectBuilder()
                .add("code", "")
                .add("secret", enrollment.secret().orElseThrow())
                .add("recovery_codes", Json.createArrayBuilder(enrollment.recoveryCodes()))
                .build();
    }

    private JsonObject verified(String mfaToken, String code) {
        MfaResult result = secondFactors.verify(mfaToken, MfaVerification.otp(code));
        return Json.createObjectBuilder()
                .add("code", "")
                .add("audience", result.tokens().accessToken().audience().orElse(""))
                .build();
    }
}
