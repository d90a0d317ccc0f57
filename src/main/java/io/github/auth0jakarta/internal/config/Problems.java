package io.github.auth0jakarta.internal.config;

import java.util.LinkedHashSet;
import java.util.Set;

/** What is wrong with a configuration, collected so that it can be said at once, and nothing twice. */
final class Problems {
    private final Set<String> lines = new LinkedHashSet<>();

    void add(ConfigKey key, String what) {
        add(key.key(), what);
    }

    void add(String key, String what) {
        lines.add(key + " " + what);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    String text() {
        return String.join("; ", lines);
    }
}
