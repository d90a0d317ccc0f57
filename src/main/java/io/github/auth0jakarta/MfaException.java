package io.github.auth0jakarta;

/** A second factor that cannot be shown or enrolled like this; the provider was not asked, or said that its token has ended. */
public final class MfaException extends Auth0Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param code one of {@code mfa.*}
     */
    public MfaException(Auth0ErrorCode code, String message) {
        super(code, message, null);
    }
}
