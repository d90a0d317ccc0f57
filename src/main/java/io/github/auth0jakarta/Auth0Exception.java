package io.github.auth0jakarta;

import org.jspecify.annotations.Nullable;

/**
 * A failure with a stable {@linkplain #code() code}; its message never contains a token, a secret, a code or a cookie.
 */
public abstract sealed class Auth0Exception extends RuntimeException
        permits ConfigurationException,
                RequestException,
                LoginException,
                TokenValidationException,
                InteractionRequiredException,
                AccessDeniedException,
                AuthorizationServerException,
                TokenExchangeException,
                MfaException,
                BackchannelAuthenticationException,
                TransportException {
    private static final long serialVersionUID = 1L;

    private final Auth0ErrorCode code;

    Auth0Exception(Auth0ErrorCode code, String message, @Nullable Throwable cause) {
        super(code.text() + ": " + message, cause);
        this.code = code;
    }

    /** Returns the reason, as listed in {@code docs/errors.md}. */
    public final Auth0ErrorCode code() {
        return code;
    }
}
