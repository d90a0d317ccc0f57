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
 * Makes the answer to a program that is known and was not let in: 403 with the scopes that would do (RFC 6750, 3.1), or 401
 * with the login that would do (RFC 9470, 3).
 */
final class DenialChallenges {
    private final Challenges challenges;

    DenialChallenges(Challenges challenges) {
        this.challenges = challenges;
    }

    /**
     * Returns the answer. It has no challenge where another token would not help, or where the caller has none but a session;
     * but a 401 always has one (RFC 9110, 15.5.2).
     */
    Challenge of(AccessDeniedException denied, HttpServletRequest request, boolean byAccessToken) {
        String error = error(denied.code());
        boolean challenged = denied.code().status() == 401
                || (byAccessToken && !denied.scopes().isEmpty());
        return new Challenge(
                denied.code().status(),
                challenged ? challenges.values(request, scheme(request), parameters(denied, error)) : List.of(),
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

    private static Map<String, String> parameters(AccessDeniedException denied, String error) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error);
        if (!denied.scopes().isEmpty()) {
            parameters.put("scope", String.join(" ", denied.scopes()));
        }
        if (!denied.acrValues().isEmpty()) {
            parameters.put("acr_values", String.join(" ", denied.acrValues()));
        }
        denied.maxAge().ifPresent(age -> parameters.put("max_age", Long.toString(age.toSeconds())));
        return parameters;
    }

    /** Returns the scheme by which the request brought its token; a session is asked for what most clients know. */
    private static AuthenticationScheme scheme(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith("dpop ")
                ? AuthenticationScheme.DPOP
                : AuthenticationScheme.BEARER;
    }
}
