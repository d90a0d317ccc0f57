package io.github.auth0jakarta.internal.json;

import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the values that {@link ObjectReader} makes. */
final class ObjectWriter {
    private final JsonGenerator generator;

    ObjectWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    void write(@Nullable Object value) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Map<?, ?> object) {
            generator.writeStartObject();
            object.forEach((name, member) -> {
                generator.writeKey((String) name);
                write(member);
            });
            generator.writeEnd();
        } else if (value instanceof List<?> array) {
            generator.writeStartArray();
            array.forEach(this::write);
            generator.writeEnd();
        } else {
            writeScalar(value);
        }
    }

    private void writeScalar(Object value) {
        if (value instanceof String text) {
            generator.write(text);
        } else if (value instanceof Long || value instanceof Integer) {
            generator.write(((Number) value).longValue());
        } else if (value instanceof BigDecimal number) {
            generator.write(number);
        } else if (value instanceof Boolean bool) {
            generator.write(bool);
        } else {
            throw new IllegalArgumentException(
                    "no JSON value: " + value.getClass().getName());
        }
    }
}
