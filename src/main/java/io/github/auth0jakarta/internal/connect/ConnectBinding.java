package io.github.auth0jakarta.internal.connect;

/**
 * What the answer to a connection that is begun has to match.
 *
 * @param redirectUri where the browser comes back to
 * @param challenge the {@code code_challenge} by SHA-256 (RFC 7636)
 */
public record ConnectBinding(String redirectUri, String state, String challenge) {

    /** Says nothing of the state. */
    @Override
    public String toString() {
        return "ConnectBinding[redirectUri=" + redirectUri + "]";
    }
}
