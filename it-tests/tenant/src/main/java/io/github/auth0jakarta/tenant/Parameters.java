package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query or a form; a parameter without a value counts as left out (RFC 6749 section 3.1).
 *
 * @param values every value of every parameter, in order
 */
record Parameters(Map<String, List<String>> values) {

    static final Parameters NONE = new Parameters(Map.of());

    static Parameters parse(@Nullable String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (encoded != null) {
            for (String pair : encoded.split("&", -1)) {
                add(values, pair);
            }
        }
        values.replaceAll((name, list) -> List.copyOf(list));
        return new Parameters(Collections.unmodifiableMap(values));
    }

    private static void add(Map<String, List<String>> values, String pair) {
        if (pair.isEmpty()) {
            return;
        }
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decode(value));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "malformed percent encoding");
        }
    }

    /** Returns the parameter's value or null, and refuses a parameter that is there more than once. */
    @Nullable
    String find(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "parameter " + name + " is repeated");
        }
        return all.isEmpty() || all.get(0).isEmpty() ? null : all.get(0);
    }

    String require(String name) {
        String value = find(name);
        if (value == null) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "parameter " + name + " is missing");
        }
        return value;
    }

    boolean contains(String name) {
        return values.containsKey(name);
    }

    /** Returns these parameters without some. */
    Parameters without(Set<String> names) {
        Map<String, List<String>> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(names);
        return new Parameters(Collections.unmodifiableMap(rest));
    }

    /** Refuses the request when any parameter is there more than once. */
    void refuseRepeated() {
        values.keySet().forEach(this::find);
    }
}
