package io.github.auth0jakarta.internal.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns values that {@link StrictJson} reads into those of JSON Processing, for who injects them. */
public final class JsonValues {
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private JsonValues() {}

    /** Returns whether it is one of JSON Processing's types of values. */
    public static boolean isType(Class<?> type) {
        return JsonValue.class.isAssignableFrom(type);
    }

    /** Returns the value as this type of JSON Processing; null where it is of another. */
    public static @Nullable Object of(Object value, Class<?> type) {
        JsonValue json = of(value);
        return type.isInstance(json) ? json : null;
    }

    /**
     * Returns the value in JSON Processing's types; any collection becomes an array.
     *
     * @throws IllegalArgumentException for a value of a type that is never read
     */
    public static JsonValue of(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        } else if (value instanceof JsonValue already) {
            return already;
        } else if (value instanceof String text) {
            return PROVIDER.createValue(text);
        } else if (value instanceof Boolean bool) {
            return bool ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (value instanceof BigDecimal number) {
            return PROVIDER.createValue(number);
        } else if (value instanceof Number number) {
            return PROVIDER.createValue(number.longValue());
        } else if (value instanceof Collection<?> elements) {
            return array(elements);
        } else if (value instanceof Map<?, ?> members) {
            return object(members);
        }
        throw new IllegalArgumentException("no JSON value: " + value.getClass().getName());
    }

    private static JsonValue array(Collection<?> elements) {
        JsonArrayBuilder array = PROVIDER.createArrayBuilder();
        elements.forEach(element -> array.add(of(element)));
        return array.build();
    }

    private static JsonValue object(Map<?, ?> members) {
        JsonObjectBuilder object = PROVIDER.createObjectBuilder();
        members.forEach((name, member) -> object.add((String) name, of(member)));
        return object.build();
    }
}
