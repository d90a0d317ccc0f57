package io.github.auth0jakarta;

import org.jspecify.annotations.Nullable;

/** A token exchange that was not sent because it is not allowed, or whose answer is not what or whose it must be. */
public final class TokenExchangeException extends Auth0Exception {
    private static final long serialVersionUID = 1L;

    public TokenExchangeException(Auth0ErrorCode code, String message) {
        this(code, message, null);
    }

    public TokenExchangeException(Auth0ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
