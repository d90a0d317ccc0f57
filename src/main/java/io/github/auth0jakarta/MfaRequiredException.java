package io.github.auth0jakarta;

/**
 * The provider issues the token only after a second factor, {@code mfa.required}; {@link MfaService} goes on with
 * {@link #mfaToken()}.
 */
public final class MfaRequiredException extends AuthorizationServerException {
    private static final long serialVersionUID = 1L;

    private final String mfaToken;
    private final transient MfaRequirements requirements;

    /**
     * @param status the HTTP status of the provider's answer
     * @param mfaToken the provider's token, sealed
     */
    public MfaRequiredException(int status, String mfaToken, MfaRequirements requirements) {
        super(Auth0ErrorCode.MFA_REQUIRED, "the provider wants a second factor", status, "mfa_required");
        this.mfaToken = mfaToken;
        this.requirements = requirements;
    }

    /**
     * Returns the token for {@link MfaService}: sealed by the application, of use only in the session or browser where it came
     * up, and not for longer than {@code auth0.mfa.token-ttl}. A browser may have it. Empty where there is nothing to go on
     * with: neither a session nor a browser, as in an API or a background task, or no token of the provider.
     */
    public String mfaToken() {
        return mfaToken;
    }

    /** Returns which factors will do. */
    public MfaRequirements requirements() {
        return requirements;
    }
}
