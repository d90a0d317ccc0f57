package io.github.auth0jakarta;

/** The application wants something that cannot be asked of the provider; nothing was sent. */
public final class RequestException extends Auth0Exception {
    private static final long serialVersionUID = 1L;

    public RequestException(Auth0ErrorCode code, String message) {
        super(code, message, null);
    }
}
