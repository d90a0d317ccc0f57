package io.github.auth0jakarta.internal.json;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Builds one object or array from the events of a parser, within the limits; used once. */
final class ObjectReader {
    /** Tokens, metadata and keys need 5; the rest is room for claims that a tenant adds. */
    static final int MAX_DEPTH = 16;

    static final int MAX_VALUES = 10_000;

    private final JsonParser parser;
    private final boolean checkSurrogates;
    private int depth;
    private int values;

    /**
     * Makes a reader of one value.
     *
     * @param checkSurrogates whether half a surrogate pair can occur
     */
    ObjectReader(JsonParser parser, boolean checkSurrogates) {
        this.parser = parser;
        this.checkSurrogates = checkSurrogates;
    }

    Map<String, @Nullable Object> read() throws MalformedJsonException {
        if (next() != Event.START_OBJECT) {
            throw new MalformedJsonException("not an object");
        }
        Map<String, @Nullable Object> object = object();
        if (parser.hasNext()) {
            throw new MalformedJsonException("more behind the object");
        }
        return object;
    }

    List<@Nullable Object> readArray() throws MalformedJsonException {
        if (next() != Event.START_ARRAY) {
            throw new MalformedJsonException("not an array");
        }
        List<@Nullable Object> array = array();
        if (parser.hasNext()) {
            throw new MalformedJsonException("more behind the array");
        }
        return array;
    }

    private Map<String, @Nullable Object> object() throws MalformedJsonException {
        enter();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (next() == Event.KEY_NAME) {
            String name = text();
            int others = members.size();
            members.put(name, value(next()));
            if (members.size() == others) {
                throw new MalformedJsonException("a member name twice");
            }
        }
        depth--;
        return Collections.unmodifiableMap(members);
    }

    private List<@Nullable Object> array() throws MalformedJsonException {
        enter();
        List<@Nullable Object> elements = new ArrayList<>();
        for (Event event = next(); event != Event.END_ARRAY; event = next()) {
            elements.add(value(event));
        }
        depth--;
        return Collections.unmodifiableList(elements);
    }

    private @Nullable Object value(Event event) throws MalformedJsonException {
        if (++values > MAX_VALUES) {
            throw new MalformedJsonException("more than " + MAX_VALUES + " values");
        }
        return switch (event) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> text();
            case VALUE_NUMBER -> JsonNumbers.parse(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new MalformedJsonException("a value is missing");
        };
    }

    private void enter() throws MalformedJsonException {
        if (++depth > MAX_DEPTH) {
            throw new MalformedJsonException("deeper than " + MAX_DEPTH);
        }
    }

    private Event next() throws MalformedJsonException {
        try {
            return parser.next();
        } catch (NoSuchElementException e) {
            throw new MalformedJsonException("ends too early");
        }
    }

    /** Returns the current name or string; half a surrogate pair is not text and cannot be written as UTF-8 again. */
    private String text() throws MalformedJsonException {
        String text = parser.getString();
        if (checkSurrogates && !isWellFormed(text)) {
            throw new MalformedJsonException("half a surrogate pair");
        }
        return text;
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
