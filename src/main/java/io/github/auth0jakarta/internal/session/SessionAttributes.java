package io.github.auth0jakarta.internal.session;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.LoginException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The application's own data in a session: texts, whole numbers, truth values, and lists and maps of them. */
public final class SessionAttributes {
    /** What is deeper is not application data that belongs into a session. */
    private static final int MAX_DEPTH = 8;

    private SessionAttributes() {}

    /**
     * Returns an unmodifiable copy that is equal to what is read from the session again.
     *
     * @throws LoginException {@code session.attributes_invalid} where a value is something else
     */
    public static Map<String, Object> checked(Map<String, Object> attributes) {
        return map(attributes, 1);
    }

    /** Returns a copy that may be changed, at any depth. */
    public static Map<String, Object> copy(Map<String, Object> attributes) {
        Map<String, Object> copy = new LinkedHashMap<>();
        attributes.forEach((name, value) -> copy.put(name, changeable(value)));
        return copy;
    }

    private static Object changeable(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put((String) name, changeable(member)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(changeable(element)));
            return copy;
        }
        return value;
    }

    private static Object value(@Nullable Object value, int depth) {
        if (value instanceof String || value instanceof Long || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (depth > MAX_DEPTH) {
            throw invalid("is nested too deep");
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, depth);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(value(element, depth + 1)));
            return Collections.unmodifiableList(copy);
        }
        throw invalid(value == null ? "is null" : "is a " + value.getClass().getName());
    }

    private static Map<String, Object> map(Map<?, ?> map, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, member) -> {
            if (!(name instanceof String text)) {
                throw invalid("has a name that is no text");
            }
            copy.put(text, value(member, depth + 1));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static LoginException invalid(String what) {
        return new LoginException(Auth0ErrorCode.SESSION_ATTRIBUTES_INVALID, "an attribute " + what);
    }
}
