package io.github.auth0jakarta.internal.mfa;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.MfaAuthenticator;
import io.github.auth0jakarta.MfaChallenge;
import io.github.auth0jakarta.MfaEnrollment;
import io.github.auth0jakarta.MfaRequiredException;
import io.github.auth0jakarta.MfaResult;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What scripts are answered about second factors; names and shapes are those of Auth0's SDK for Next.js. */
public final class MfaAnswers {
    private MfaAnswers() {}

    /** Answers that a second factor is wanted first. */
    public static void required(
            HttpServletRequest request, HttpServletResponse response, StrictJson json, MfaRequiredException reason)
            throws IOException {
        Map<String, Object> body = error("mfa_required", reason.code());
        body.put("mfa_token", reason.mfaToken());
        Map<String, Object> requirements = new LinkedHashMap<>();
        putFactors(requirements, "challenge", reason.requirements().challenge());
        putFactors(requirements, "enroll", reason.requirements().enroll());
        if (!requirements.isEmpty()) {
            body.put("mfa_requirements", requirements);
        }
        Answers.noStore(request, response);
        Answers.json(response, HttpServletResponse.SC_FORBIDDEN, json.writeObject(body));
    }

    private static void putFactors(Map<String, Object> requirements, String name, Set<String> factors) {
        if (!factors.isEmpty()) {
            requirements.put(
                    name,
                    factors.stream().sorted().map(type -> Map.of("type", type)).toList());
        }
    }

    /** Answers with a failure; what the provider refuses is the caller's fault, and has its error. */
    static void failed(HttpServletRequest request, HttpServletResponse response, StrictJson json, Auth0Exception reason)
            throws IOException {
        if (reason instanceof MfaRequiredException required) {
            required(request, response, json, required);
            return;
        }
        Auth0ErrorCode code = reason.code();
        Optional<String> refused = reason instanceof AuthorizationServerException refusal && isOfCaller(refusal)
                ? refusal.error()
                : Optional.empty();
        Answers.noStore(request, response);
        Answers.retryAfter(response, reason);
        Answers.json(
                response,
                refused.isPresent() ? HttpServletResponse.SC_BAD_REQUEST : code.status(),
                json.writeObject(error(refused.orElse(code.text().replace('.', '_')), code)));
    }

    private static boolean isOfCaller(AuthorizationServerException refusal) {
        return refusal.status() >= 400
                && refusal.status() < 500
                && refusal.code() != Auth0ErrorCode.SERVER_RATE_LIMITED
                && refusal.code() != Auth0ErrorCode.SERVER_INVALID_CLIENT;
    }

    private static Map<String, Object> error(String error, Auth0ErrorCode code) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", code.meaning());
        body.put("code", code.text());
        return body;
    }

    static List<Map<String, Object>> of(List<MfaAuthenticator> authenticators) {
        return authenticators.stream().map(MfaAnswers::of).toList();
    }

    private static Map<String, Object> of(MfaAuthenticator authenticator) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", authenticator.id());
        body.put("authenticator_type", authenticator.authenticatorType());
        authenticator.type().ifPresent(type -> body.put("type", type));
        body.put("active", authenticator.active());
        authenticator.name().ifPresent(name -> body.put("name", name));
        if (!authenticator.oobChannels().isEmpty()) {
            body.put("oob_channels", authenticator.oobChannels());
        }
        authenticator.phoneNumber().ifPresent(number -> body.put("phone_number", number));
        authenticator.createdAt().ifPresent(time -> body.put("created_at", time.toString()));
        authenticator.lastAuthenticatedAt().ifPresent(time -> body.put("last_auth", time.toString()));
        return body;
    }

    static Map<String, Object> of(MfaEnrollment enrollment) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("authenticator_type", enrollment.authenticatorType());
        enrollment.secret().ifPresent(secret -> body.put("secret", secret));
        enrollment.barcodeUri().ifPresent(uri -> body.put("barcode_uri", uri));
        if (!enrollment.recoveryCodes().isEmpty()) {
            body.put("recovery_codes", enrollment.recoveryCodes());
        }
        enrollment.oobChannel().ifPresent(channel -> body.put("oob_channel", channel));
        enrollment.oobCode().ifPresent(code -> body.put("oob_code", code));
        enrollment.bindingMethod().ifPresent(method -> body.put("binding_method", method));
        enrollment.id().ifPresent(id -> body.put("id", id));
        return body;
    }

    static Map<String, Object> of(MfaChallenge challenge) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("challenge_type", challenge.type());
        challenge.oobCode().ifPresent(code -> body.put("oob_code", code));
        challenge.bindingMethod().ifPresent(method -> body.put("binding_method", method));
        return body;
    }

    static Map<String, Object> of(MfaResult result) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", true);
        result.recoveryCode().ifPresent(code -> body.put("recovery_code", code));
        return body;
    }
}
