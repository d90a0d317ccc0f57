package io.github.auth0jakarta.internal.connect;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.MyAccountException;
import io.github.auth0jakarta.MyAccountException.Problem;
import io.github.auth0jakarta.MyAccountException.ValidationError;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the answers of the My Account API: an object, or the problem details (RFC 7807) of what was refused. */
public final class MyAccountAnswers {
    private static final int LONGEST_TEXT = 512;
    private static final int MOST_ERRORS = 20;

    private final StrictJson json;
    private final Auth0ErrorCode refused;
    private final Auth0ErrorCode malformed;

    /**
     * @param refused the code for an answer that is no success
     * @param malformed the code for a success that is not as it has to be
     */
    public MyAccountAnswers(StrictJson json, Auth0ErrorCode refused, Auth0ErrorCode malformed) {
        this.json = json;
        this.refused = refused;
        this.malformed = malformed;
    }

    /**
     * Returns the members of a successful answer.
     *
     * @throws MyAccountException for an answer that is no success
     * @throws AuthorizationServerException for a success that is no JSON object
     */
    public Map<String, Object> object(HttpAnswer answer) {
        requireSuccess(answer);
        Map<String, Object> object = tryObject(answer);
        if (object == null) {
            throw malformed("it is not a JSON object");
        }
        return object;
    }

    /** Checks an answer whose body does not matter. */
    public void requireSuccess(HttpAnswer answer) {
        if (answer.status() < 200 || answer.status() > 299) {
            Map<String, Object> members = tryObject(answer);
            throw new MyAccountException(
                    answer.status() == 429 ? Auth0ErrorCode.SERVER_RATE_LIMITED : refused,
                    answer.status(),
                    problem(members == null ? Map.of() : members),
                    answer.retryAfter());
        }
    }

    /** Returns a member that has to be there. */
    public String text(Map<String, Object> members, String name) {
        if (members.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw malformed(name + " is missing or not a text");
    }

    /** Returns what is thrown for a success that is not as it has to be. */
    public AuthorizationServerException malformed(String what) {
        return new AuthorizationServerException(malformed, "My Account API: " + what, 200, null);
    }

    private @Nullable Map<String, Object> tryObject(HttpAnswer answer) {
        if (!answer.isJson()) {
            return null;
        }
        try {
            return json.readObject(answer.body());
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    private static Problem problem(Map<String, Object> members) {
        List<?> errors = members.get("validation_errors") instanceof List<?> list ? list : List.of();
        return new Problem(
                said(members, "type"),
                said(members, "title"),
                said(members, "detail"),
                errors.stream()
                        .limit(MOST_ERRORS)
                        .filter(Map.class::isInstance)
                        .map(error -> validationError((Map<?, ?>) error))
                        .toList());
    }

    private static ValidationError validationError(Map<?, ?> members) {
        return new ValidationError(
                said(members, "detail"), said(members, "field"), said(members, "pointer"), said(members, "source"));
    }

    /** Whatever somebody logs of it later, it has no lines of its own and an end. */
    private static Optional<String> said(Map<?, ?> members, String name) {
        if (!(members.get(name) instanceof String text)) {
            return Optional.empty();
        }
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", " ");
        return Optional.of(line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) : line);
    }
}
