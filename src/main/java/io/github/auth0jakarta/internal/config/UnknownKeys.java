package io.github.auth0jakarta.internal.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds settings that look like ours but are none, and the name that was probably meant. */
final class UnknownKeys {
    private static final String PREFIX = "auth0.";
    private static final String ENVIRONMENT_PREFIX = "AUTH0_";

    private UnknownKeys() {}

    static List<String> warnings(Iterable<String> names) {
        List<String> warnings = new ArrayList<>();
        for (String name : names) {
            if (isOurs(name) && !isKnown(name)) {
                warnings.add(name + " is not a key of this library; did you mean " + nearest(name) + "?");
            }
        }
        return warnings;
    }

    private static boolean isOurs(String name) {
        return name.startsWith(PREFIX) || name.startsWith(ENVIRONMENT_PREFIX);
    }

    private static boolean isKnown(String name) {
        return Arrays.stream(ConfigKey.values()).anyMatch(key -> {
            if (key.isPrefix()) {
                return environmentName(name).startsWith(environmentName(key.prefix()));
            }
            return environmentName(name).equals(environmentName(key.key()));
        });
    }

    /**
     * The spelling in the environment (MicroProfile Config 3.0, "Environment Variables Mapping Rules"). SmallRye Config also
     * lists a variable with dots for all underscores, so names are compared in this spelling.
     */
    static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String nearest(String name) {
        String plain = name.startsWith(ENVIRONMENT_PREFIX)
                ? name.toLowerCase(Locale.ROOT).replace('_', '.')
                : name;
        return Arrays.stream(ConfigKey.values())
                .map(ConfigKey::key)
                .min(Comparator.comparingInt(key -> distance(key, plain)))
                .orElseThrow();
    }

    /** Levenshtein's distance, two rows at a time. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        Arrays.setAll(previous, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
