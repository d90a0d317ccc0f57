package io.github.auth0jakarta.internal.passwordless;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that an object that a browser has sent is one that JSON can write, and no larger than what a passkey says. */
final class JsonLimits {
    private static final int DEEPEST = 8;
    private static final int LARGEST = 64 * 1024;

    private int left = LARGEST;

    private JsonLimits() {}

    /** Says whether an object keeps them. */
    static boolean hold(Map<String, Object> object) {
        return new JsonLimits().isValue(object, 0);
    }

    private boolean isValue(@Nullable Object value, int depth) {
        if (depth > DEEPEST || !fits(1)) {
            return false;
        }
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .allMatch(member -> isText(member.getKey()) && isValue(member.getValue(), depth + 1));
        }
        if (value instanceof List<?> array) {
            return array.stream().allMatch(element -> isValue(element, depth + 1));
        }
        return isText(value) || isOther(value);
    }

    private boolean isText(@Nullable Object value) {
        return value instanceof String text && fits(text.length());
    }

    private boolean isOther(@Nullable Object value) {
        return value == null
                || value instanceof Boolean
                || value instanceof Long
                || value instanceof Integer
                || (value instanceof BigDecimal number && fits(number.precision()));
    }

    private boolean fits(int length) {
        left -= Math.min(length, LARGEST);
        return left >= 0;
    }
}
