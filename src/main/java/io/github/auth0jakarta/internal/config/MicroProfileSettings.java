package io.github.auth0jakarta.internal.config;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The settings of the application that the current thread's context class loader belongs to. */
public final class MicroProfileSettings implements Settings {
    private final Config config = ConfigProvider.getConfig();

    @Override
    public @Nullable String value(String key) {
        return config.getOptionalValue(key, String.class).orElse(null);
    }

    @Override
    public Iterable<String> names() {
        return config.getPropertyNames();
    }
}
