package io.github.auth0jakarta.it;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.jspecify.annotations.Nullable;

/** Tells what is injected for {@code @Claim} in each type that MicroProfile JWT 2.1 has for it. */
@Path("/claims")
@Produces("application/json")
@RequestScoped
public class ClaimsResource {

    @Inject
    @Claim("sub")
    @Nullable
    String text;

    @Inject
    @Claim(standard = Claims.sub)
    @Nullable
    String standard;

    @Inject
    @Claim("level")
    @Nullable
    Long number;

    @Inject
    @Claim("level")
    long primitiveNumber;

    @Inject
    @Claim("staff")
    @Nullable
    Boolean flag;

    @Inject
    @Claim("staff")
    boolean primitiveFlag;

    @Inject
    @Claim("teams")
    @Nullable
    Set<String> texts;

    @Inject
    @Claim("sub")
    @Nullable
    JsonString jsonString;

    @Inject
    @Claim("level")
    @Nullable
    JsonNumber jsonNumber;

    @Inject
    @Claim("staff")
    @Nullable
    JsonValue jsonValue;

    @Inject
    @Claim("teams")
    @Nullable
    JsonArray jsonArray;

    @Inject
    @Claim("address")
    @Nullable
    JsonObject jsonObject;

    @Inject
    @Claim("sub")
    Optional<String> optionalText;

    @Inject
    @Claim("level")
    Optional<Long> optionalNumber;

    @Inject
    @Claim("staff")
    Optional<Boolean> optionalFlag;

    @Inject
    @Claim("teams")
    Optional<Set<String>> optionalTexts;

    @Inject
    @Claim("address")
    Optional<JsonObject> optionalObject;

    @Inject
    @Claim("sub")
    ClaimValue<String> valueOfText;

    @Inject
    @Claim("level")
    ClaimValue<Long> valueOfNumber;

    @Inject
    @Claim("staff")
    ClaimValue<Boolean> valueOfFlag;

    @Inject
    @Claim("teams")
    ClaimValue<Set<String>> valueOfTexts;

    @Inject
    @Claim("teams")
    ClaimValue<JsonArray> valueOfArray;

    @Inject
    @Claim("sub")
    ClaimValue<Optional<String>> valueOfOptional;

    @Inject
    LastingClaims lasting;

    /** Returns the text of each claim. */
    @GET
    public JsonObject claims() {
        JsonObjectBuilder claims = Json.createObjectBuilder();
        add(claims, "text", text);
        add(claims, "standard", standard);
        add(claims, "number", number);
        add(claims, "primitiveNumber", primitiveNumber);
        add(claims, "flag", flag);
        add(claims, "primitiveFlag", primitiveFlag);
        add(claims, "texts", texts);
        add(claims, "jsonString", jsonString);
        add(claims, "jsonNumber", jsonNumber);
        add(claims, "jsonValue", jsonValue);
        add(claims, "jsonArray", jsonArray);
        add(claims, "jsonObject", jsonObject);
        add(claims, "optionalText", optionalText);
        add(claims, "optionalNumber", optionalNumber);
        add(claims, "optionalFlag", optionalFlag);
        add(claims, "optionalTexts", optionalTexts);
        add(claims, "optionalObject", optionalObject);
        add(claims, "valueOfText", valueOfText.getValue());
        add(claims, "valueOfNumber", valueOfNumber.getValue());
        add(claims, "valueOfFlag", valueOfFlag.getValue());
        add(claims, "valueOfTexts", valueOfTexts.getValue());
        add(claims, "valueOfArray", valueOfArray.getValue());
        add(claims, "valueOfOptional", valueOfOptional.getValue());
        return claims.build();
    }

    /** Returns what a bean sees that is older than the request. */
    @GET
    @Path("/lasting")
    public JsonObject lasting() {
        JsonObjectBuilder claims = Json.createObjectBuilder();
        lasting.describe().forEach((name, value) -> add(claims, name, value));
        return claims.build();
    }

    private static void add(JsonObjectBuilder claims, String name, @Nullable Object value) {
        claims.add(name, String.valueOf(value));
    }
}
