package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.AuthorizationServerException;
import io.github.auth0jakarta.internal.http.HttpAnswer;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the provider's answers: the JSON object of a success, or the typed exception for anything else. */
public final class JsonAnswers {
    /** What Auth0 and Keycloak say in place of {@code invalid_client}, with its status (RFC 6749, 5.2). */
    private static final Set<String> OF_REFUSED_CLIENT = Set.of("access_denied", "unauthorized_client");

    private static final Logger LOGGER = System.getLogger(JsonAnswers.class.getName());

    private final StrictJson json;

    public JsonAnswers(StrictJson json) {
        this.json = json;
    }

    /**
     * Returns the members of a 200 answer.
     *
     * @param malformed the code for a 200 answer that is not a JSON object, or one with an {@code error}
     * @throws AuthorizationServerException for every other answer
     */
    public Map<String, Object> object(HttpAnswer answer, Auth0ErrorCode malformed) {
        if (answer.status() != 200) {
            throw refusal(answer);
        }
        Map<String, Object> object = tryObject(answer);
        if (object == null || object.containsKey("error")) {
            throw new AuthorizationServerException(
                    malformed, "the answer is not the JSON object that was expected", answer.status(), null);
        }
        return object;
    }

    /**
     * Checks an answer whose body does not matter.
     *
     * @throws AuthorizationServerException where it is not 200 or 204
     */
    public void requireSuccess(HttpAnswer answer) {
        if (answer.status() != 200 && answer.status() != 204) {
            throw refusal(answer);
        }
    }

    private AuthorizationServerException refusal(HttpAnswer answer) {
        Map<String, Object> object = tryObject(answer);
        String error = object == null ? null : OAuthErrors.valid(error(object));
        String answered = "answered " + answer.status() + (error == null ? "" : " " + error);
        Auth0ErrorCode code = code(answer, error);
        if (code == Auth0ErrorCode.SERVER_INVALID_CLIENT) {
            LOGGER.log(
                    Level.ERROR,
                    "The provider refuses this application, compare client id, secret and authentication method:"
                            + " it {0}",
                    answered);
        }
        return new AuthorizationServerException(
                code, "the provider " + answered, answer.status(), error, answer.retryAfter());
    }

    /** Auth0's database connections name it {@code code}. */
    private static @Nullable Object error(Map<String, Object> object) {
        return object.containsKey("error") ? object.get("error") : object.get("code");
    }

    private static Auth0ErrorCode code(HttpAnswer answer, @Nullable String error) {
        if (answer.status() == 429 || (answer.status() == 503 && answer.retryAfter() != null)) {
            return Auth0ErrorCode.SERVER_RATE_LIMITED;
        }
        if ("invalid_grant".equals(error)) {
            return Auth0ErrorCode.SERVER_INVALID_GRANT;
        }
        return "invalid_client".equals(error) || (answer.status() == 401 && OF_REFUSED_CLIENT.contains(error))
                ? Auth0ErrorCode.SERVER_INVALID_CLIENT
                : Auth0ErrorCode.SERVER_ERROR_RESPONSE;
    }

    /** Returns the members of an answer of any status, null where it is not a JSON object. */
    @Nullable
    Map<String, Object> tryObject(HttpAnswer answer) {
        if (!answer.isJson()) {
            return null;
        }
        try {
            return json.readObject(answer.body());
        } catch (MalformedJsonException e) {
            return null;
        }
    }
}
