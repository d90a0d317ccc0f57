package io.github.auth0jakarta;

import org.jspecify.annotations.Nullable;

/** A token that was refused; the code says by which rule. */
public final class TokenValidationException extends Auth0Exception {
    private static final long serialVersionUID = 1L;

    public TokenValidationException(Auth0ErrorCode code, String message) {
        this(code, message, null);
    }

    public TokenValidationException(Auth0ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
