package io.github.auth0jakarta;

import java.util.Map;

/**
 * What a page's script gives {@code navigator.credentials} to have a passkey made or used.
 *
 * @param authSession what the passkey's answer is good with; a secret of the browser that asked for it
 * @param options the options of WebAuthn, binary values as base64url: for {@code PublicKeyCredential}'s
 *     {@code parseCreationOptionsFromJSON} or {@code parseRequestOptionsFromJSON}
 */
public record PasskeyChallenge(String authSession, Map<String, Object> options) {

    /** Says nothing: the session is a secret. */
    @Override
    public String toString() {
        return "PasskeyChallenge";
    }
}
