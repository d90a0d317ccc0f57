package io.github.auth0jakarta.internal.config;

import org.jspecify.annotations.Nullable;

/** Where raw values come from. */
public interface Settings {

    /** Returns the value of a key, null where it has none. */
    @Nullable
    String value(String key);

    /** Returns the names of all properties that are known, ours and others, in the spelling of their source. */
    Iterable<String> names();
}
