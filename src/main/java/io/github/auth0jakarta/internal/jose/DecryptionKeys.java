package io.github.auth0jakarta.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.auth0jakarta.internal.json.MalformedJsonException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The private RSA keys that decrypt tokens. */
final class DecryptionKeys {
    private static final int MIN_RSA_BITS = 2048;

    private final List<Key> keys;

    private DecryptionKeys(List<Key> keys) {
        this.keys = keys;
    }

    /**
     * Returns the keys of this text: PKCS#8 in PEM, a JWK or a JWKS.
     *
     * @throws IllegalArgumentException where one of them cannot be used; the message says nothing of it
     */
    static DecryptionKeys of(StrictJson json, String text) {
        List<Key> keys = new ArrayList<>();
        if (text.strip().startsWith("{")) {
            members(json, text).forEach(member -> keys.add(key(member)));
        } else {
            keys.add(new Key(null, null, PrivateKeyPem.parse(text)));
        }
        if (keys.isEmpty() || !keys.stream().allMatch(DecryptionKeys::isStrong)) {
            throw unusable();
        }
        return new DecryptionKeys(List.copyOf(keys));
    }

    /** Returns the keys that a token with this header may be encrypted for. */
    List<PrivateKey> find(String algorithm, @Nullable String kid) {
        return keys.stream()
                .filter(key -> kid == null || key.kid() == null || kid.equals(key.kid()))
                .filter(key -> key.algorithm() == null || algorithm.equals(key.algorithm()))
                .map(Key::key)
                .toList();
    }

    private static List<?> members(StrictJson json, String text) {
        try {
            Map<String, @Nullable Object> object = json.readObject(text.strip());
            return object.get("keys") instanceof List<?> several ? several : List.of(object);
        } catch (MalformedJsonException e) {
            throw unusable();
        }
    }

    private static Key key(@Nullable Object member) {
        try {
            if (member instanceof Map<?, ?> parameters) {
                @SuppressWarnings("unchecked") // every object that StrictJson reads has names of this type
                JWK jwk = JWK.parse((Map<String, Object>) parameters);
                if (jwk instanceof RSAKey rsa && rsa.isPrivate()) {
                    String algorithm = rsa.getAlgorithm() == null
                            ? null
                            : rsa.getAlgorithm().getName();
                    return new Key(rsa.getKeyID(), algorithm, rsa.toPrivateKey());
                }
            }
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw unusable();
        }
        throw unusable();
    }

    private static boolean isStrong(Key key) {
        return key.key() instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS;
    }

    /** Without a cause: what the parsers say may quote what they read. */
    private static IllegalArgumentException unusable() {
        return new IllegalArgumentException(
                "is not a private RSA key of at least 2048 bits as PKCS#8 in PEM, JWK or JWKS");
    }

    /**
     * A key.
     *
     * @param kid its name, null for one that has none
     * @param algorithm what it is for, null where that is not said
     */
    private record Key(@Nullable String kid, @Nullable String algorithm, PrivateKey key) {}
}
