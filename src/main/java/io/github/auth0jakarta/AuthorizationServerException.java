package io.github.auth0jakarta;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provider answered, but with an error or with something that cannot be trusted. */
public final class AuthorizationServerException extends Auth0Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String error;

    /**
     * @param status the HTTP status of the answer
     * @param error the {@code error} member of the answer (RFC 6749, 5.2), null where there was none
     */
    public AuthorizationServerException(Auth0ErrorCode code, String message, int status, @Nullable String error) {
        super(code, message, null);
        this.status = status;
        this.error = error;
    }

    /** Returns the HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Returns the OAuth error code of the answer (RFC 6749, 5.2), empty where it had none. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }
}
