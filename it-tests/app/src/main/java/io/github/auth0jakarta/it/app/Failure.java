package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.InteractionRequiredException;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * How the application answers when the library throws.
 *
 * @param status 401 where logging in helps, 504 where the provider did not answer in time, 502 where it failed otherwise
 * @param error the name of that status
 * @param code the library's code
 */
record Failure(int status, String error, String code) {

    static Failure of(Auth0Exception exception) {
        String code = exception.code().text();
        if (exception instanceof InteractionRequiredException) {
            return new Failure(401, "login_required", code);
        }
        if (exception.code() == Auth0ErrorCode.TRANSPORT_TIMEOUT) {
            return new Failure(504, "gateway_timeout", code);
        }
        return new Failure(502, "bad_gateway", code);
    }

    JsonObject json() {
        return Json.createObjectBuilder().add("error", error).add("code", code).build();
    }
}
