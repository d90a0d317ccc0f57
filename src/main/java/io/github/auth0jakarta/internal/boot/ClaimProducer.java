package io.github.auth0jakarta.internal.boot;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.jspecify.annotations.Nullable;

/**
 * Gives single claims of the caller in each of the types that MicroProfile JWT 2.1 has for them; null, or what is empty,
 * where there is none.
 *
 * <p>An alternative on its class, as {@link JsonWebTokenProducer} and for the same reason.
 */
@Alternative
@Priority(3000)
@Dependent
public class ClaimProducer {

    @Produces
    @Claim
    @Nullable
    String text(InjectionPoint point) {
        return ClaimOfCaller.of(point).as(String.class);
    }

    @Produces
    @Claim
    @Nullable
    Long number(InjectionPoint point) {
        return ClaimOfCaller.of(point).as(Long.class);
    }

    @Produces
    @Claim
    @Nullable
    Boolean flag(InjectionPoint point) {
        return ClaimOfCaller.of(point).as(Boolean.class);
    }

    @Produces
    @Claim
    @Nullable
    Set<String> texts(InjectionPoint point) {
        return ClaimOfCaller.of(point).asTexts();
    }

    @Produces
    @Claim
    @Typed(JsonValue.class)
    @Nullable
    JsonValue json(InjectionPoint point) {
        return ClaimOfCaller.of(point).as(JsonValue.class);
    }

    @Produces
    @Claim
    @Typed(JsonString.class)
    @Nullable
    JsonString jsonString(InjectionPoint point) {
        return ClaimOfCaller.of(point).as(JsonString.class);
    }

    @Produces
    @Claim
    @Typed(JsonNumber.class)
    @Nullable
    JsonNumber jsonNumber(InjectionPoint point) {
        return ClaimOfCaller.of(point).as(JsonNumber.class);
    }

    @Produces
    @Claim
    @Typed(JsonArray.class)
    @Nullable
    JsonArray jsonArray(InjectionPoint point) {
        return ClaimOfCaller.of(point).as(JsonArray.class);
    }

    @Produces
    @Claim
    @Typed(JsonObject.class)
    @Nullable
    JsonObject jsonObject(InjectionPoint point) {
        return ClaimOfCaller.of(point).as(JsonObject.class);
    }

    @Produces
    @Claim
    @SuppressWarnings("unchecked") // the injection point says of what
    <T> Optional<T> optional(InjectionPoint point) {
        return (Optional<T>) ClaimOfCaller.of(point).value();
    }

    @Produces
    @Claim
    @SuppressWarnings("unchecked") // the injection point says of what
    <T> ClaimValue<T> claimValue(InjectionPoint point) {
        return (ClaimValue<T>) ClaimOfCaller.of(point).lasting();
    }
}
