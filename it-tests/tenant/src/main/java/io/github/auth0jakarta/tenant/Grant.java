package io.github.auth0jakarta.tenant;

import java.util.Map;

/** One grant type of the token endpoint. */
interface Grant {

    /** The value of {@code grant_type}. */
    String type();

    /** Whether its parameters have to come as a JSON object, rather than as a form. */
    default boolean isJson() {
        return false;
    }

    /** Returns the JSON of the successful answer. */
    Map<String, Object> handle(TokenRequest request);
}
