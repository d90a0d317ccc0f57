package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.api.AuthenticationScheme;
import io.github.auth0jakarta.internal.api.Challenge;
import io.github.auth0jakarta.internal.api.Challenges;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes the answers to programs that were not let in: 403 with the scopes that would do (RFC 6750, 3.1), or 401 with the login that
 * would do (RFC 9470, 3).
 */
final class DenialChallenges {
    private final Challenges challenges;

    DenialChallenges(Challenges challenges) {
        this.challenges = challenges;
    }

    /** Returns the answer to a caller who is not known. */
    Challenge missingCredentials(HttpServletRequest request) {
        return challenges.missingCredentials(request);
    }

    /**
     * Returns the answer to a caller who is known.
     *
     * @param byAccessToken false for a session, which another token would not help
     */
    Challenge denial(HttpServletRequest request, AccessDeniedException denied, boolean byAccessToken) {
        AuthenticationScheme scheme = byAccessToken ? scheme(request) : AuthenticationScheme.BEARER;
        String error = error(denied.code());
        return new Challenge(
                denied.code().status(),
                switch (denied.code()) {
                    case AUTHORIZATION_STEP_UP_REQUIRED -> challenges.values(request, scheme, stepUp(error, denied));
                    case AUTHORIZATION_SCOPE_MISSING ->
                        byAccessToken ? insufficientScope(request, scheme, error, denied) : List.of();
                    default -> List.of();
                },
                null,
                "{\"error\":\"" + error + "\",\"code\":\"" + denied.code().text() + "\"}");
    }

    private static String error(Auth0ErrorCode code) {
        return switch (code) {
            case AUTHORIZATION_SCOPE_MISSING -> "insufficient_scope";
            case AUTHORIZATION_STEP_UP_REQUIRED -> "insufficient_user_authentication";
            default -> "forbidden";
        };
    }

    private static AuthenticationScheme scheme(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith("dpop ")
                ? AuthenticationScheme.DPOP
                : AuthenticationScheme.BEARER;
    }

    /** The token is good as it was presented, so no other scheme is offered. */
    private List<String> insufficientScope(
            HttpServletRequest request, AuthenticationScheme scheme, String error, AccessDeniedException denied) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error);
        parameters.put("scope", String.join(" ", denied.scopes()));
        return challenges.values(request, scheme, parameters).stream()
                .filter(value -> value.startsWith(scheme.text() + " "))
                .toList();
    }

    private static Map<String, String> stepUp(String error, AccessDeniedException denied) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error);
        if (!denied.acrValues().isEmpty()) {
            parameters.put("acr_values", String.join(" ", denied.acrValues()));
        }
        denied.maxAge().ifPresent(age -> parameters.put("max_age", Long.toString(age.toSeconds())));
        return parameters;
    }
}
