package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.api.BearerChallenge;
import io.github.auth0jakarta.internal.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a program that was not let in: 403 with the scopes that would do (RFC 6750, 3.1), or 401 with the login that
 * would do (RFC 9470, 3).
 *
 * @param wwwAuthenticate null where another token would not help, or where the caller has none but a session
 */
record DenialChallenge(int status, @Nullable String wwwAuthenticate, String body) {
    private static final String BEARER = "Bearer";
    private static final String DPOP = "DPoP";

    /** Returns the answer to a caller who is not known. */
    static DenialChallenge noCredentials() {
        BearerChallenge bare = BearerChallenge.NO_CREDENTIALS;
        return new DenialChallenge(bare.status(), bare.wwwAuthenticate(), bare.body());
    }

    /** Returns the scheme by which a request brought its access token. */
    static String scheme(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.toLowerCase(Locale.ROOT).startsWith("dpop ") ? DPOP : BEARER;
    }

    /**
     * Returns the answer to a caller who is known.
     *
     * @param scheme of the access token, null for a session
     */
    static DenialChallenge of(AccessDeniedException denied, @Nullable String scheme) {
        String error = error(denied.code());
        return new DenialChallenge(
                denied.code().status(),
                wwwAuthenticate(denied, error, scheme),
                "{\"error\":\"" + error + "\",\"code\":\"" + denied.code().text() + "\"}");
    }

    private static String error(Auth0ErrorCode code) {
        return switch (code) {
            case AUTHORIZATION_SCOPE_MISSING -> "insufficient_scope";
            case AUTHORIZATION_STEP_UP_REQUIRED -> "insufficient_user_authentication";
            default -> "forbidden";
        };
    }

    /** A 401 has a challenge whoever gets it (RFC 9110, 15.5.2). */
    private static @Nullable String wwwAuthenticate(
            AccessDeniedException denied, String error, @Nullable String scheme) {
        if (denied.code() == Auth0ErrorCode.AUTHORIZATION_STEP_UP_REQUIRED) {
            return start(scheme == null ? BEARER : scheme, error)
                    + ChallengeText.parameter("acr_values", denied.acrValues())
                    + denied.maxAge()
                            .map(age -> ChallengeText.parameter("max_age", Long.toString(age.toSeconds())))
                            .orElse("");
        }
        return scheme == null || denied.scopes().isEmpty()
                ? null
                : start(scheme, error) + ChallengeText.parameter("scope", denied.scopes());
    }

    private static String start(String scheme, String error) {
        return scheme + " realm=\"api\"" + ChallengeText.parameter("error", error);
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.noStore(request, response);
        if (wwwAuthenticate != null) {
            response.setHeader("WWW-Authenticate", wwwAuthenticate);
        }
        Answers.json(response, status, body);
    }

    /** Returns it as a Jakarta REST answer, to which the application's filters may add. */
    Response toResponse() {
        Response.ResponseBuilder answer = Response.status(status)
                .header("Cache-Control", "no-store")
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body);
        return wwwAuthenticate == null
                ? answer.build()
                : answer.header("WWW-Authenticate", wwwAuthenticate).build();
    }
}
