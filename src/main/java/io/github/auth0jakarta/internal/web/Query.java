package io.github.auth0jakarta.internal.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query, or of a form, each at most once (RFC 6749, 3.1).
 *
 * <p>Read from the text itself, because {@code getParameter} takes a query and a body for the same.
 */
public final class Query {
    private static final int LONGEST = 8 * 1024;

    private final Map<String, String> parameters;

    private Query(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** Returns the parameters; null where the query is too long, is not form-encoded, or has one twice. */
    public static @Nullable Query parse(@Nullable String query) {
        if (query == null) {
            return new Query(Map.of());
        }
        return query.length() > LONGEST ? null : parseForm(query);
    }

    /**
     * Returns the parameters of a form that the caller has kept short enough; null where it is not form-encoded, or has one
     * twice.
     */
    public static @Nullable Query parseForm(String form) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            if (!pair.isEmpty() && !add(parameters, pair)) {
                return null;
            }
        }
        return new Query(parameters);
    }

    private static boolean add(Map<String, String> parameters, String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        try {
            return parameters.put(decoded(name), decoded(value)) == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Returns the value, null where there is none or it is empty. */
    public @Nullable String value(String name) {
        String value = parameters.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Returns whether there is such a parameter, even an empty one. */
    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** Says nothing: there may be a code among the values. */
    @Override
    public String toString() {
        return "Query";
    }
}
