package io.github.auth0jakarta;

import org.jspecify.annotations.Nullable;

/** The provider, or a store that several nodes share, could not be reached or did not answer within its limits. */
public final class TransportException extends Auth0Exception {
    private static final long serialVersionUID = 1L;

    public TransportException(Auth0ErrorCode code, String message) {
        this(code, message, null);
    }

    public TransportException(Auth0ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
