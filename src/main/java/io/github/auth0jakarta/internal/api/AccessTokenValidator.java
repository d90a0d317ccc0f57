package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.jose.Claims;
import io.github.auth0jakarta.internal.jose.JwtVerifier;
import io.github.auth0jakarta.internal.jose.Lifetime;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.jose.TokenFault;
import io.github.auth0jakarta.internal.jose.TokenKind;
import io.github.auth0jakarta.internal.jose.TrustedIssuer;
import io.github.auth0jakarta.internal.jose.TypeRule;
import io.github.auth0jakarta.internal.jose.VerifiedJwt;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Validates JWT access tokens for this API by RFC 9068, 4, with the relaxations that Auth0's own token profile needs.
 * Stateless.
 *
 * <p>RFC 9068 wants the type {@code at+jwt}. Auth0 issues that only where an API asks for the RFC 9068 profile, else
 * {@code JWT}, and other providers send no type at all; these are accepted, and what the type would tell apart is told
 * apart otherwise: an ID or a logout token is for a client and not for this API (audience), a security event has
 * {@code events}. A type that names another kind of token is refused.
 */
public final class AccessTokenValidator {
    private static final TypeRule TYPES = new TypeRule(Set.of("at+jwt", "jwt"), false);

    private final Set<String> audiences;
    private final Set<String> requiredClaims;
    private final Lifetime lifetime;
    private final JwtVerifier verifier;

    /**
     * @param issuers who may sign the tokens, at least one
     * @param audiences names of this API, at least one; a token must be for one of them
     * @param algorithms what they may be signed with
     * @param lifetime the rule about times
     * @param requiredClaims further claims that must be there
     * @param json reads them
     */
    public AccessTokenValidator(
            List<TrustedIssuer> issuers,
            Set<String> audiences,
            Set<SignatureAlgorithm> algorithms,
            Lifetime lifetime,
            Set<String> requiredClaims,
            StrictJson json) {
        if (audiences.isEmpty()) {
            throw new IllegalArgumentException("an API that takes tokens for anybody must not be configured");
        }
        this.audiences = Set.copyOf(audiences);
        this.requiredClaims = Set.copyOf(requiredClaims);
        this.lifetime = lifetime;
        this.verifier = new JwtVerifier(TokenKind.ACCESS_TOKEN, algorithms, TYPES, issuers, json);
    }

    /**
     * Returns the validated token.
     *
     * @throws TokenValidationException where a rule is broken: the first one that is
     * @throws io.github.auth0jakarta.Auth0Exception of another type where the keys that would decide cannot be had
     */
    public VerifiedAccessToken validateBearer(String accessToken) {
        VerifiedJwt jwt = verifier.verify(accessToken);
        Claims claims = jwt.claims();
        if (claims.has("events")) {
            throw TokenKind.ACCESS_TOKEN.refuse(TokenFault.TYPE_MISMATCH, "the events claim makes it a security event");
        }
        if (Collections.disjoint(claims.requireAudience(), audiences)) {
            throw TokenKind.ACCESS_TOKEN.refuse(TokenFault.AUDIENCE_MISMATCH, "the aud claim does not name this API");
        }
        lifetime.check(TokenKind.ACCESS_TOKEN, claims);
        claims.requireString("sub");
        requiredClaims.forEach(claims::requirePresent);
        requireUnbound(claims);
        return new VerifiedAccessToken(jwt);
    }

    /** A token that is bound to a key is not a bearer token (RFC 9449, 7.2; RFC 8705, 3), whoever sends it as one. */
    private static void requireUnbound(Claims claims) {
        if (claims.has("cnf")) {
            throw new TokenValidationException(
                    Auth0ErrorCode.ACCESS_TOKEN_BINDING_UNSUPPORTED,
                    "the token is bound to a key and cannot be used as a bearer token");
        }
    }
}
