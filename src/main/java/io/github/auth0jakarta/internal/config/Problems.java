package io.github.auth0jakarta.internal.config;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a configuration, collected so that it can be said at once. */
final class Problems {
    private final List<String> lines = new ArrayList<>();

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
