package io.github.auth0jakarta.internal.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object, each read as the type that it must have.
 */
record JsonMembers(Map<String, ? extends @Nullable Object> object) {

    /** The end of the year 9999. */
    private static final long MAX_EPOCH_SECOND = 253_402_300_799L;

    /** A member is missing or of another type than expected. */
    static final class MismatchException extends Exception {
        private static final long serialVersionUID = 1L;

        MismatchException(String member) {
            super("Not as expected: " + member);
        }
    }

    /** Makes a value of the members of an object. */
    interface Reader<T> {
        T read(JsonMembers members) throws MismatchException;
    }

    String text(String name) throws MismatchException {
        return require(name, object.get(name), String.class);
    }

    /** Returns null where the member is missing; one whose value is null is a mismatch. */
    @Nullable
    String optionalText(String name) throws MismatchException {
        return object.containsKey(name) ? text(name) : null;
    }

    boolean has(String name) {
        return object.containsKey(name);
    }

    /** Returns an object whose members, at any depth, are not null. */
    Map<String, Object> map(String name) throws MismatchException {
        Map<String, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> member :
                members(name, object.get(name)).entrySet()) {
            copy.put(member.getKey(), require(name, member.getValue(), Object.class));
        }
        return copy;
    }

    List<String> texts(String name) throws MismatchException {
        List<String> texts = new ArrayList<>();
        for (Object element : require(name, object.get(name), List.class)) {
            texts.add(require(name, element, String.class));
        }
        return texts;
    }

    long number(String name) throws MismatchException {
        return require(name, object.get(name), Long.class);
    }

    long positive(String name) throws MismatchException {
        long number = number(name);
        if (number < 1) {
            throw new MismatchException(name);
        }
        return number;
    }

    Instant instant(String name) throws MismatchException {
        long epochSecond = number(name);
        if (epochSecond < 0 || epochSecond > MAX_EPOCH_SECOND) {
            throw new MismatchException(name);
        }
        return Instant.ofEpochSecond(epochSecond);
    }

    <T> List<T> objects(String name, Reader<T> reader) throws MismatchException {
        List<T> values = new ArrayList<>();
        for (Object element : require(name, object.get(name), List.class)) {
            values.add(reader.read(new JsonMembers(members(name, element))));
        }
        return values;
    }

    /** The reader of JSON makes no other keys than texts. */
    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> members(String name, @Nullable Object value) throws MismatchException {
        return (Map<String, @Nullable Object>) require(name, value, Map.class);
    }

    private static <T> T require(String name, @Nullable Object value, Class<T> type) throws MismatchException {
        if (!type.isInstance(value)) {
            throw new MismatchException(name);
        }
        return type.cast(value);
    }
}
