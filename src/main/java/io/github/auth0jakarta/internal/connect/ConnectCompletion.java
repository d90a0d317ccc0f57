package io.github.auth0jakarta.internal.connect;

/**
 * What completes a connection.
 *
 * @param authSession what the My Account API gave when it was begun
 * @param connectCode what the browser brought
 * @param redirectUri where the browser came back to
 * @param codeVerifier of the challenge that it was begun with
 */
public record ConnectCompletion(String authSession, String connectCode, String redirectUri, String codeVerifier) {

    /** Says nothing: all of it is secret. */
    @Override
    public String toString() {
        return "ConnectCompletion";
    }
}
