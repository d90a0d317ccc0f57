package io.github.auth0jakarta;

/** A request for approval that could not begin, or came to nothing. */
public final class BackchannelAuthenticationException extends Auth0Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param code one of {@code ciba.*}
     */
    public BackchannelAuthenticationException(Auth0ErrorCode code, String message) {
        super(code, message, null);
    }
}
