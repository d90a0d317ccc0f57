package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.jose.Base64Url;
import io.github.auth0jakarta.internal.jose.JwtSigner;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates the client by a token that it signs for each request (RFC 7523, 2.2 and 3, {@code private_key_jwt}).
 *
 * <p>Its audience is the issuer, as one string, and nothing else: a list, or the address of an endpoint, could be made to
 * fit a second provider.
 */
public final class PrivateKeyJwt implements ClientAuthentication {
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final int LIFETIME_SECONDS = 60;
    private static final int JTI_BYTES = 32;

    private final String clientId;
    private final String issuer;
    private final JwtSigner signer;
    private final @Nullable String keyId;
    private final SecureRandom random;
    private final InstantSource clock;

    /**
     * @param issuer of the provider
     * @param keyId under which the provider knows the key, null where it has only one
     */
    public PrivateKeyJwt(
            String clientId,
            String issuer,
            JwtSigner signer,
            @Nullable String keyId,
            SecureRandom random,
            InstantSource clock) {
        this.clientId = clientId;
        this.issuer = issuer;
        this.signer = signer;
        this.keyId = keyId;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public Map<String, String> authenticate(FormBody form) {
        form.add("client_id", clientId)
                .add("client_assertion_type", TYPE)
                .add("client_assertion", signer.sign(keyId == null ? Map.of() : Map.of("kid", keyId), claims()));
        return Map.of();
    }

    private Map<String, Object> claims() {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", clientId);
        claims.put("sub", clientId);
        claims.put("aud", issuer);
        claims.put("jti", jti());
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", now + LIFETIME_SECONDS);
        return claims;
    }

    private String jti() {
        byte[] bytes = new byte[JTI_BYTES];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }
}
