package io.github.auth0jakarta.internal.oauth;

import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.jose.Claims;
import io.github.auth0jakarta.internal.jose.JwtVerifier;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.jose.TokenFault;
import io.github.auth0jakarta.internal.jose.TokenKind;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.jose.TypeRule;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Validates UserInfo answers that are signed (OpenID Connect Core 5.3.2 and 5.3.4): by the provider, for this client, and
 * within their times where they have any. Encrypted ones are refused.
 */
public final class SignedUserInfo {
    private static final TypeRule TYPES = new TypeRule(Set.of("jwt"), false);

    private final String clientId;
    private final Lifetime lifetime;
    private final JwtVerifier verifier;

    /**
     * @param issuer who signs them
     * @param clientId whom they must be for
     * @param algorithms what they may be signed with
     * @param lifetime the rule about times
     * @param json reads them
     */
    public SignedUserInfo(
            TrustedIssuer issuer,
            String clientId,
            Set<SignatureAlgorithm> algorithms,
            Lifetime lifetime,
            StrictJson json) {
        this.clientId = clientId;
        this.lifetime = lifetime;
        this.verifier = new JwtVerifier(TokenKind.USERINFO, algorithms, TYPES, issuer, json);
    }

    /**
     * Returns the claims.
     *
     * @throws TokenValidationException where a rule is broken
     */
    Map<String, Object> claims(byte[] body) {
        Claims claims =
                verifier.verify(new String(body, StandardCharsets.ISO_8859_1)).claims();
        if (!claims.requireAudience().contains(clientId)) {
            throw TokenKind.USERINFO.refuse(TokenFault.AUDIENCE_MISMATCH, "the aud claim does not name this client");
        }
        lifetime.checkWhatIsThere(TokenKind.USERINFO, claims);
        return claims.asMap();
    }
}
