package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.Map;

/** The SHA-256 thumbprint of a public key (RFC 7638), as DPoP's {@code jkt} and {@code dpop_jkt} hold it. */
public final class JwkThumbprint {
    private JwkThumbprint() {}

    /**
     * Returns the thumbprint of this JWK, base64url-encoded: 43 characters.
     *
     * @throws IllegalArgumentException where it is no JWK
     */
    public static String of(Map<String, Object> jwk) {
        try {
            return JWK.parse(jwk).computeThumbprint().toString();
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("is no JWK", e);
        }
    }
}
