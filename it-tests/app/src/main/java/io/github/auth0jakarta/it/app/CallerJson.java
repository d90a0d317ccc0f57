package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.Auth0Session;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.TreeSet;

/** The caller as JSON: {@code caller}, {@code groups} and {@code claims}. */
final class CallerJson {

    private CallerJson() {}

    static JsonObject of(Auth0Session session) {
        return Json.createObjectBuilder()
                .add("caller", session.callerName().orElseThrow())
                .add("groups", Json.createArrayBuilder(new TreeSet<>(session.groups())))
                .add("claims", Json.createObjectBuilder(session.claims()))
                .build();
    }
}
