package io.github.auth0jakarta.internal.jose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key as text: PKCS#8, not encrypted, in PEM (RFC 7468, 10). */
public final class PrivateKeyPem {
    /** The line breaks may have become blanks, as they do in variables of the environment. */
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");

    private static final List<String> KEY_TYPES = List.of("RSA", "EC");

    private PrivateKeyPem() {}

    /**
     * Returns the RSA or EC key that this text is.
     *
     * @throws IllegalArgumentException for any other text; the message says nothing of it
     */
    public static PrivateKey parse(String pem) {
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.matches()) {
            throw unusable();
        }
        byte[] encoded;
        try {
            encoded = Base64.getMimeDecoder().decode(matcher.group(1));
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
        return key(new PKCS8EncodedKeySpec(encoded));
    }

    private static PrivateKey key(PKCS8EncodedKeySpec encoded) {
        for (String type : KEY_TYPES) {
            try {
                return KeyFactory.getInstance(type).generatePrivate(encoded);
            } catch (GeneralSecurityException e) {
                // Of another type, perhaps.
            }
        }
        throw unusable();
    }

    /** Without a cause: what the parsers say may quote what they read. */
    private static IllegalArgumentException unusable() {
        return new IllegalArgumentException("is not an RSA or EC key as PKCS#8 in PEM (BEGIN PRIVATE KEY)");
    }
}
