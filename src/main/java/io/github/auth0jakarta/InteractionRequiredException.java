package io.github.auth0jakarta;

import org.jspecify.annotations.Nullable;

/** The caller has to log in again before this can succeed. */
public final class InteractionRequiredException extends Auth0Exception {
    private static final long serialVersionUID = 1L;

    public InteractionRequiredException(Auth0ErrorCode code, String message) {
        this(code, message, null);
    }

    public InteractionRequiredException(Auth0ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
