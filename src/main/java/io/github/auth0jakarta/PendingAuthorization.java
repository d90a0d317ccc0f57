package io.github.auth0jakarta;

import java.io.Serializable;
import java.net.URI;
import java.util.Map;

/**
 * A login that {@link Auth0Client} has begun, to be kept by the application until the browser comes back: where only this
 * browser gets at it, and for one answer only.
 *
 * @param url where the browser goes
 * @param redirectUri where it comes back to
 * @param state by which the answer is known
 * @param nonce that the ID token must have
 * @param codeVerifier that belongs to the code (RFC 7636, 4.1), a secret
 * @param checked the parameters of the request that the answer is compared with; unmodifiable
 */
public record PendingAuthorization(
        URI url, URI redirectUri, String state, String nonce, String codeVerifier, Map<String, String> checked)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public PendingAuthorization {
        checked = Map.copyOf(checked);
    }

    /** Says where the browser comes back to, and none of the secrets. */
    @Override
    public String toString() {
        return "PendingAuthorization[redirectUri=" + redirectUri + "]";
    }
}
