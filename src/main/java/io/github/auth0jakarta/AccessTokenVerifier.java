package io.github.auth0jakarta;

/**
 * Verifies access tokens for this API as the identity store does, for tokens that come another way than in a request: a
 * message, a socket, a job.
 *
 * <p>Inject it; safe for use by several threads. A request's own caller has been verified already.
 */
public interface AccessTokenVerifier {

    /**
     * Returns the verified bearer token (RFC 6750; RFC 9068, 4).
     *
     * @throws TokenValidationException {@code access_token.*} where a rule is broken, the first one that is; among them a token
     *     that is bound to a key
     * @throws Auth0Exception of another type where the keys that would decide cannot be had, or
     *     {@code access_token.not_accepted} where the application takes no access tokens
     */
    default VerifiedAccessToken verify(String accessToken) {
        return verify(TokenPresentation.bearer(accessToken));
    }

    /**
     * Returns the verified token of a presentation, with its proof where it is bound to a key (RFC 9449, 4.3 and 7.1).
     *
     * @throws TokenValidationException {@code access_token.*} or {@code dpop.*} where a rule is broken, the first one that is
     * @throws Auth0Exception of another type as above
     */
    VerifiedAccessToken verify(TokenPresentation presentation);
}
