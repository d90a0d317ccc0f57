package io.github.auth0jakarta;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A login that cannot be completed, or a session that cannot be kept or changed. */
public final class LoginException extends Auth0Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String error;

    public LoginException(Auth0ErrorCode code, String message) {
        this(code, message, (@Nullable Throwable) null);
    }

    /**
     * @param providerError the provider's {@code error} (RFC 6749, 4.1.2.1), null where what it sent cannot be one
     */
    public LoginException(Auth0ErrorCode code, String message, @Nullable String providerError) {
        super(code, message, null);
        this.error = providerError;
    }

    public LoginException(Auth0ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
        this.error = null;
    }

    /** Returns the provider's {@code error} where it did not log the caller in, else empty. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }
}
