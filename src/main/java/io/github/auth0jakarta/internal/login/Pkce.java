package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.internal.jose.Sha256;
import io.github.auth0jakarta.internal.web.RandomValues;

/**
 * Proof Key for Code Exchange by SHA-256 (RFC 7636): the challenge goes out with the browser, the verifier stays here
 * until the code is exchanged. The method {@code plain} does not exist for us.
 *
 * @param verifier {@code code_verifier}
 * @param challenge {@code code_challenge}
 */
public record Pkce(String verifier, String challenge) {

    /** The {@code code_challenge_method}. */
    public static final String METHOD = "S256";

    /** Returns a new pair. */
    public static Pkce generate(RandomValues random) {
        return ofVerifier(random.next());
    }

    /** Returns the pair of this verifier (RFC 7636 section 4.2). */
    public static Pkce ofVerifier(String verifier) {
        return new Pkce(verifier, Sha256.base64Url(verifier));
    }

    /** Says the challenge, which is no secret. */
    @Override
    public String toString() {
        return "Pkce[challenge=" + challenge + "]";
    }
}
