package io.github.auth0jakarta.sample.agent.assistant;

import io.github.auth0jakarta.AccessToken;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The claims of an access token that matter here, for the page.
 *
 * <p>They are read without looking at the signature: good for showing and for nothing else. Whom a token is for, verifies it.
 */
final class TokenClaims {
    private static final List<String> SHOWN = List.of("sub", "act", "aud", "scope");

    private TokenClaims() {}

    static Map<String, String> of(AccessToken token) {
        JsonObject claims = payload(token.value());
        Map<String, String> shown = new LinkedHashMap<>();
        for (String name : SHOWN) {
            JsonValue value = claims.get(name);
            if (value != null) {
                shown.put(name, value instanceof JsonString text ? text.getString() : value.toString());
            }
        }
        return shown;
    }

    private static JsonObject payload(String token) {
        String payload = token.split("\\.", -1)[1];
        String json = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
