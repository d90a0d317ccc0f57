package io.github.auth0jakarta.internal.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final Map<String, List<String>> repeated;

    private Query(Map<String, String> parameters, Map<String, List<String>> repeated) {
        this.parameters = parameters;
        this.repeated = repeated;
    }

    /** Returns the parameters; null where the query is too long, is not form-encoded, or has one twice. */
    public static @Nullable Query parse(@Nullable String query) {
        if (query == null) {
            return new Query(Map.of(), Map.of());
        }
        return query.length() > LONGEST ? null : parseForm(query);
    }

    /** Returns the parameters as {@link #parse} does, of which one may be there any number of times. */
    public static @Nullable Query parseRepeating(@Nullable String query, String repeatable) {
        if (query == null) {
            return parse(null);
        }
        return query.length() > LONGEST ? null : parse(query, repeatable);
    }

    /**
     * Returns the parameters of a form that the caller has kept short enough; null where it is not form-encoded, or has one
     * twice.
     */
    public static @Nullable Query parseForm(String form) {
        return parse(form, null);
    }

    private static @Nullable Query parse(String form, @Nullable String repeatable) {
        Query query = new Query(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (String pair : form.split("&")) {
            if (!pair.isEmpty() && !query.add(pair, repeatable)) {
                return null;
            }
        }
        return query;
    }

    private boolean add(String pair, @Nullable String repeatable) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        try {
            String decodedName = decoded(name);
            if (decodedName.equals(repeatable)) {
                return repeated.computeIfAbsent(decodedName, key -> new ArrayList<>())
                        .add(decoded(value));
            }
            return parameters.put(decodedName, decoded(value)) == null;
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

    /** Returns the values, none of them empty, of the parameter that may be there any number of times. */
    public List<String> values(String name) {
        return repeated.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
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
