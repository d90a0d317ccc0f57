package io.github.auth0jakarta.internal.dpop;

import io.github.auth0jakarta.internal.jose.Base64Url;
import io.github.auth0jakarta.internal.jose.Sha256;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes proofs (RFC 9449, 4.2), each for one request. */
final class DpopProofs {
    private static final int JTI_BYTES = 32;

    private final DpopKey key;
    private final SecureRandom random;
    private final InstantSource clock;

    DpopProofs(DpopKey key, SecureRandom random, InstantSource clock) {
        this.key = key;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Returns a proof for a request.
     *
     * @param method of the request
     * @param address of the request
     * @param accessToken what the request carries, null at the authorization server
     * @param nonce what the server gave, null where it gave none
     */
    String proof(String method, URI address, @Nullable String accessToken, @Nullable String nonce) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("jti", jti());
        claims.put("htm", method);
        claims.put("htu", withoutQuery(address));
        claims.put("iat", clock.instant().getEpochSecond());
        if (accessToken != null) {
            claims.put("ath", Sha256.base64Url(accessToken));
        }
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        return key.sign(claims);
    }

    private String jti() {
        byte[] bytes = new byte[JTI_BYTES];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }

    private static String withoutQuery(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }
}
