package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.internal.http.FormBody;
import io.github.auth0jakarta.internal.jose.Base64Url;
import io.github.auth0jakarta.internal.jose.JwtSigner;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
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
    private static final int AUTHENTICATION_API_LIFETIME_SECONDS = 120;
    private static final int JTI_BYTES = 32;

    private final String clientId;
    private final String issuer;
    private final boolean authenticationApi;
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
        this(clientId, issuer, signer, keyId, random, clock, false);
    }

    private PrivateKeyJwt(
            String clientId,
            String issuer,
            JwtSigner signer,
            @Nullable String keyId,
            SecureRandom random,
            InstantSource clock,
            boolean authenticationApi) {
        this.authenticationApi = authenticationApi;
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

    @Override
    public ClientAuthentication ofAuthenticationApi() {
        return new PrivateKeyJwt(clientId, issuer, signer, keyId, random, clock, true);
    }

    private Map<String, Object> claims() {
        return authenticationApi ? claimsForAuthenticationApi() : claimsForEndpoints();
    }

    /** The audience is the tenant's address with a slash, whatever the issuer; the id is a UUID. */
    private Map<String, Object> claimsForAuthenticationApi() {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", clientId);
        claims.put("sub", clientId);
        claims.put("aud", issuer.endsWith("/") ? issuer : issuer + "/");
        claims.put("jti", uuid());
        claims.put("iat", now);
        claims.put("exp", now + AUTHENTICATION_API_LIFETIME_SECONDS);
        return claims;
    }

    /** RFC 9562, 5.4: version 4, from our own source of chance. */
    private String uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    private Map<String, Object> claimsForEndpoints() {
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
