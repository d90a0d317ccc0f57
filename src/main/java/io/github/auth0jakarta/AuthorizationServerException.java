package io.github.auth0jakarta;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provider answered, but with an error or with something that cannot be trusted. */
public sealed class AuthorizationServerException extends Auth0Exception
        permits MfaRequiredException, MyAccountException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String error;
    private final @Nullable Duration retryAfter;

    /**
     * @param status the HTTP status of the answer
     * @param error the {@code error} member of the answer (RFC 6749, 5.2), null where there was none
     */
    public AuthorizationServerException(Auth0ErrorCode code, String message, int status, @Nullable String error) {
        this(code, message, status, error, null);
    }

    /**
     * @param status the HTTP status of the answer
     * @param error the {@code error} member of the answer (RFC 6749, 5.2), null where there was none
     * @param retryAfter for how long the provider wants no further request, null where it did not say
     */
    public AuthorizationServerException(
            Auth0ErrorCode code, String message, int status, @Nullable String error, @Nullable Duration retryAfter) {
        super(code, message, null);
        this.status = status;
        this.error = error;
        this.retryAfter = retryAfter;
    }

    /** Returns the HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Returns the OAuth error code of the answer (RFC 6749, 5.2), empty where it had none. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /**
     * Returns for how long the provider wants no further request, at most a minute; empty where it did not say. With {@code
     * server.rate_limited} the library sends none to the same address until then and fails at once.
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
