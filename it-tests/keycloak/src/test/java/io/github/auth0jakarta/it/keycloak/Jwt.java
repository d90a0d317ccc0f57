package io.github.auth0jakarta.it.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.util.Base64;

/** A token taken apart to be looked at, without verification. */
record Jwt(JsonObject header, JsonObject claims) {

    static Jwt of(String compact) {
        String[] parts = compact.split("\\.", -1);
        return new Jwt(json(parts[0]), json(parts[1]));
    }

    private static JsonObject json(String part) {
        try (JsonReader reader = Json.createReader(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(part)))) {
            return reader.readObject();
        }
    }
}
