package io.github.auth0jakarta.internal.caller;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a claim, or the way to one within another: {@code roles}, {@code https://shop.example/roles},
 * {@code realm_access/roles}, {@code realm_access.roles}, {@code "https://shop.example/access".roles}.
 *
 * <p>A claim whose name is the whole text comes first. Else a slash parts the names, or where there is none a dot; between quotes
 * neither does.
 *
 * @param text as it was configured
 * @param names from the outermost object to the claim
 */
public record ClaimPath(String text, List<String> names) {
    /** A name in quotes or without, and what parts it from the next. */
    private static final Pattern BY_SLASH = Pattern.compile("(?:\"([^\"]+)\"|([^\"/]+))(/|$)");

    private static final Pattern BY_DOT = Pattern.compile("(?:\"([^\"]+)\"|([^\"/.]+))([.]|$)");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    /**
     * Reads a path.
     *
     * @throws ConfigurationException where a quote is not closed, or a quoted name is not followed by a separator
     */
    public static ClaimPath parse(String text) {
        boolean slash = QUOTED.matcher(text).replaceAll("").contains("/");
        List<String> names = split(slash ? BY_SLASH : BY_DOT, text);
        if (names.isEmpty() && text.contains("\"")) {
            throw new ConfigurationException(
                    Auth0ErrorCode.CONFIG_INVALID,
                    "auth0.groups.claims or auth0.caller-name-claim has a path with misplaced quotes");
        }
        return new ClaimPath(text, names);
    }

    /** Returns no names where the text is no path, as with the slashes of an address; then it is a name alone. */
    private static List<String> split(Pattern name, String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = name.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.region(end, text.length()).lookingAt()) {
            names.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            end = matcher.end();
            if (end == text.length()) {
                return matcher.group(3).isEmpty() ? List.copyOf(names) : List.of();
            }
        }
        return List.of();
    }

    /** Returns what is there, null where nothing is. */
    public @Nullable Object in(Map<String, Object> claims) {
        if (names.isEmpty() || claims.containsKey(text)) {
            return claims.get(text);
        }
        Object found = claims;
        for (String name : names) {
            found = found instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return found;
    }
}
