package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a program that is not let in: status, {@code WWW-Authenticate} and a JSON body (RFC 6750, 3).
 *
 * @param wwwAuthenticate null where the status is not 401 and not 400
 */
public record BearerChallenge(int status, @Nullable String wwwAuthenticate, String body) {
    private static final String REALM = "Bearer realm=\"api\"";

    /** No credentials came: the bare challenge, without an error. */
    public static final BearerChallenge NO_CREDENTIALS =
            new BearerChallenge(401, REALM, body("unauthorized", "session.missing"));

    /** Returns the answer to a token that was refused, or that could not be looked at. */
    public static BearerChallenge of(Auth0ErrorCode code) {
        return switch (code.status()) {
            case 401 -> refusal(401, "invalid_token", code);
            case 400 -> refusal(400, "invalid_request", code);
            default -> new BearerChallenge(code.status(), null, body("temporarily_unavailable", code.text()));
        };
    }

    /** Answers with it. */
    public void send(HttpServletRequest request, HttpServletResponse response) {
        Answers.noStore(request, response);
        if (wwwAuthenticate != null) {
            response.setHeader("WWW-Authenticate", wwwAuthenticate);
        }
        try {
            Answers.json(response, status, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the caller has gone
        }
    }

    private static BearerChallenge refusal(int status, String error, Auth0ErrorCode code) {
        String parameters = ", error=\"" + error + "\", error_description=\"" + code.text() + "\"";
        return new BearerChallenge(status, REALM + parameters, body(error, code.text()));
    }

    private static String body(String error, String code) {
        return "{\"error\":\"" + error + "\",\"code\":\"" + code + "\"}";
    }
}
