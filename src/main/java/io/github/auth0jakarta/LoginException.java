package io.github.auth0jakarta;

import org.jspecify.annotations.Nullable;

/** A login that cannot be completed, or a session that cannot be kept or changed. */
public final class LoginException extends Auth0Exception {
    private static final long serialVersionUID = 1L;

    public LoginException(Auth0ErrorCode code, String message) {
        this(code, message, null);
    }

    public LoginException(Auth0ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
