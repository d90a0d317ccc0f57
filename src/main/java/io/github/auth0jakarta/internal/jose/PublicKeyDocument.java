package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Public keys in the forms that MicroProfile JWT knows: PEM (RFC 7468, 13), JWK, JWKS, and the latter two in Base64. */
final class PublicKeyDocument {
    /** The line breaks may have become blanks, as they do in variables of the environment. */
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

    private static final List<String> KEY_TYPES = List.of("RSA", "EC");

    private PublicKeyDocument() {}

    /**
     * Returns the same keys as a JWKS, not looked at yet.
     *
     * @throws IllegalArgumentException where it has none of the forms; the message says nothing of it
     */
    static byte[] jwks(StrictJson json, String text) {
        String document = text.replace("\\n", "\n").strip();
        if (document.startsWith("{")) {
            return set(json, document);
        }
        Matcher pem = PEM.matcher(document);
        if (pem.matches()) {
            return utf8(json, Map.of("keys", List.of(jwk(decode(pem.group(1))).toJSONObject())));
        }
        String decoded = new String(decode(document.replace('-', '+').replace('_', '/')), StandardCharsets.UTF_8);
        if (!decoded.strip().startsWith("{")) {
            throw unusable();
        }
        return set(json, decoded.strip());
    }

    private static byte[] set(StrictJson json, String document) {
        try {
            Map<String, @Nullable Object> members = json.readObject(document);
            return members.containsKey("keys")
                    ? document.getBytes(StandardCharsets.UTF_8)
                    : utf8(json, Map.of("keys", List.of(members)));
        } catch (MalformedJsonException e) {
            throw unusable();
        }
    }

    private static byte[] utf8(StrictJson json, Map<String, Object> object) {
        return json.writeObject(object).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
    }

    private static JWK jwk(byte[] encoded) {
        PublicKey key = publicKey(new X509EncodedKeySpec(encoded));
        if (key instanceof RSAPublicKey rsa) {
            return new RSAKey.Builder(rsa).build();
        }
        ECPublicKey ec = (ECPublicKey) key;
        Curve curve = Curve.forECParameterSpec(ec.getParams());
        if (curve == null) {
            throw unusable();
        }
        return new ECKey.Builder(curve, ec).build();
    }

    private static PublicKey publicKey(X509EncodedKeySpec encoded) {
        for (String type : KEY_TYPES) {
            try {
                return KeyFactory.getInstance(type).generatePublic(encoded);
            } catch (GeneralSecurityException e) {
                // Of another type, perhaps.
            }
        }
        throw unusable();
    }

    /** Without a cause: what the parsers say may quote what they read. */
    private static IllegalArgumentException unusable() {
        return new IllegalArgumentException("is not a public key in PEM (BEGIN PUBLIC KEY), a JWK or a JWKS");
    }
}
