package io.github.auth0jakarta.internal.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

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
        byte[] hash = sha256(verifier.getBytes(StandardCharsets.US_ASCII));
        return new Pkce(verifier, Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** Says the challenge, which is no secret. */
    @Override
    public String toString() {
        return "Pkce[challenge=" + challenge + "]";
    }
}
