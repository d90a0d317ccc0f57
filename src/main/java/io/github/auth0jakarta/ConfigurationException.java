package io.github.auth0jakarta;

import org.jspecify.annotations.Nullable;

/** The configuration cannot be used; the message names every key that is wrong, and never a value. */
public final class ConfigurationException extends Auth0Exception {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(Auth0ErrorCode code, String message) {
        this(code, message, null);
    }

    public ConfigurationException(Auth0ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
