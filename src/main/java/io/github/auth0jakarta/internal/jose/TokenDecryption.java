package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.security.PrivateKey;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the signed access token out of an encrypted one (RFC 7516; nested as RFC 7519, 5.2 has it).
 *
 * <p>Only RSA-OAEP and RSA-OAEP-256 with A256GCM, not compressed: whatever else a header asks for is refused before any of
 * it is done. That a token could be decrypted says nothing about who made it; its signature does.
 */
public final class TokenDecryption {
    private static final String CONTENT_ENCRYPTION = "A256GCM";

    private final DecryptionKeys keys;
    private final Set<String> algorithms;
    private final StrictJson json;

    private TokenDecryption(DecryptionKeys keys, Set<String> algorithms, StrictJson json) {
        this.keys = keys;
        this.algorithms = Set.copyOf(algorithms);
        this.json = json;
    }

    /**
     * Returns what decrypts with these keys.
     *
     * @param document PKCS#8 in PEM, a JWK or a JWKS
     * @param algorithms those of RSA-OAEP and RSA-OAEP-256 that are allowed
     * @throws IllegalArgumentException where a key cannot be used; the message says nothing of it
     */
    public static TokenDecryption of(String document, Set<String> algorithms, StrictJson json) {
        return new TokenDecryption(DecryptionKeys.of(json, document), algorithms, json);
    }

    /**
     * Returns the signed token inside, not verified.
     *
     * @throws TokenValidationException where the token is not encrypted, or not so that we can and may decrypt it
     */
    public String decrypt(String token) {
        if (token.length() > CompactJws.MAX_LENGTH) {
            throw TokenKind.ACCESS_TOKEN.refuse(TokenFault.TOO_LARGE, "the token is too long");
        }
        if (token.chars().filter(c -> c == '.').count() != 4) {
            throw new TokenValidationException(
                    Auth0ErrorCode.ACCESS_TOKEN_NOT_ENCRYPTED, "the token does not have the five parts of a JWE");
        }
        Map<String, @Nullable Object> header = header(token);
        String algorithm = requireAllowed(header);
        String kid = header.get("kid") instanceof String name ? name : null;
        for (PrivateKey key : keys.find(algorithm, kid)) {
            String signed = decrypt(token, key);
            if (signed != null) {
                return signed;
            }
        }
        throw refused("no key of ours decrypts the token");
    }

    private Map<String, @Nullable Object> header(String token) {
        byte[] utf8 = Base64Url.decode(token.substring(0, token.indexOf('.')))
                .orElseThrow(() -> refused("the header is not base64url"));
        try {
            return json.readObject(utf8);
        } catch (MalformedJsonException e) {
            throw refused("the header is not a strict JSON object");
        }
    }

    private String requireAllowed(Map<String, @Nullable Object> header) {
        if (header.containsKey("crit") || header.containsKey("zip")) {
            throw refused("the header asks for an extension or for compression");
        }
        if (!(header.get("cty") instanceof String contentType) || !contentType.equalsIgnoreCase("JWT")) {
            throw refused("the cty header does not say that a token is inside");
        }
        if (!CONTENT_ENCRYPTION.equals(header.get("enc"))) {
            throw refused("the enc header is not " + CONTENT_ENCRYPTION);
        }
        if (header.get("alg") instanceof String algorithm && algorithms.contains(algorithm)) {
            return algorithm;
        }
        throw refused("the alg header is none of the allowed algorithms");
    }

    private static @Nullable String decrypt(String token, PrivateKey key) {
        try {
            JWEObject jwe = JWEObject.parse(token);
            jwe.decrypt(new RSADecrypter(key));
            return jwe.getPayload().toString();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            // Encrypted for another key, or changed on its way; which of them must not show.
            return null;
        }
    }

    private static TokenValidationException refused(String message) {
        return new TokenValidationException(Auth0ErrorCode.ACCESS_TOKEN_DECRYPTION_FAILED, message);
    }
}
