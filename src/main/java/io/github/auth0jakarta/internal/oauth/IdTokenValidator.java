package io.github.auth0jakarta.internal.oauth;

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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Validates ID tokens by the steps of OpenID Connect Core 3.1.3.7; the numbers below are theirs. Stateless.
 *
 * <p>Step 1, decryption, does not apply: encrypted tokens are refused. Step 6 lets a client that got the token over TLS
 * leave out the signature; this one never does. Step 8, MACs, does not apply: no such algorithm can be allowed. Step 12,
 * {@code acr}, is for whoever asked for one.
 */
public final class IdTokenValidator {
    private static final int MAX_SUBJECT_LENGTH = 255;
    /** Providers type them JWT or not at all; a type of another kind of token is refused (RFC 8725, 3.11 and 3.12). */
    private static final TypeRule TYPES = new TypeRule(Set.of("jwt"), false);

    private final String clientId;
    private final Lifetime lifetime;
    private final JwtVerifier verifier;

    /**
     * @param issuer who signs the tokens
     * @param clientId whom they must be for
     * @param algorithms what they may be signed with
     * @param lifetime the rule about times
     * @param json reads them
     */
    public IdTokenValidator(
            TrustedIssuer issuer,
            String clientId,
            Set<SignatureAlgorithm> algorithms,
            Lifetime lifetime,
            StrictJson json) {
        this.clientId = clientId;
        this.lifetime = lifetime;
        this.verifier = new JwtVerifier(TokenKind.ID_TOKEN, algorithms, TYPES, issuer, json);
    }

    /**
     * Returns the validated token.
     *
     * @throws TokenValidationException where a rule is broken: the first one that is
     * @throws io.github.auth0jakarta.Auth0Exception of another type where the keys that would decide cannot be had
     */
    public VerifiedIdToken validate(String idToken, IdTokenExpectations expected) {
        VerifiedJwt jwt = verifier.verify(idToken); // steps 2, 6, 7
        Claims claims = jwt.claims();
        requireNoEvents(claims);
        checkAudience(claims); // steps 3 to 5
        lifetime.check(TokenKind.ID_TOKEN, claims); // steps 9, 10
        checkSubject(claims);
        checkNonce(claims, expected); // step 11
        checkAuthenticationTime(claims, expected); // step 13
        checkAccessTokenHash(jwt, expected); // 3.1.3.8
        return new VerifiedIdToken(idToken, jwt);
    }

    /** A logout token is for the same client and by the same issuer; its {@code events} tell it apart (RFC 8417, 2.2). */
    private static void requireNoEvents(Claims claims) {
        if (claims.has("events")) {
            throw TokenKind.ID_TOKEN.refuse(TokenFault.TYPE_MISMATCH, "the events claim makes it a security event");
        }
    }

    private void checkAudience(Claims claims) {
        List<String> audience = claims.requireAudience();
        if (!audience.contains(clientId)) {
            throw TokenKind.ID_TOKEN.refuse(TokenFault.AUDIENCE_MISMATCH, "the aud claim does not name this client");
        }
        if (audience.size() > 1 && !claims.has("azp")) {
            throw azpMismatch("the azp claim is missing beside several audiences");
        }
        if (claims.string("azp").filter(azp -> !azp.equals(clientId)).isPresent()) {
            throw azpMismatch("the azp claim names another client");
        }
    }

    /** Section 2: at most 255 ASCII characters. */
    private static void checkSubject(Claims claims) {
        String subject = claims.requireString("sub");
        if (subject.length() > MAX_SUBJECT_LENGTH) {
            throw TokenKind.ID_TOKEN.refuse(
                    TokenFault.CLAIM_MALFORMED, "the sub claim is longer than " + MAX_SUBJECT_LENGTH + " characters");
        }
    }

    private static void checkNonce(Claims claims, IdTokenExpectations expected) {
        if (!claims.has("nonce")) {
            if (expected.nonceRequired()) {
                throw TokenKind.ID_TOKEN.refuse(TokenFault.CLAIM_MISSING, "the nonce claim is missing");
            }
            return;
        }
        String nonce = claims.requireString("nonce");
        if (expected.nonce() == null || !sameBytes(nonce, expected.nonce())) {
            throw new TokenValidationException(
                    Auth0ErrorCode.ID_TOKEN_NONCE_MISMATCH, "the nonce claim is not that of the login");
        }
    }

    private void checkAuthenticationTime(Claims claims, IdTokenExpectations expected) {
        expected.maxAge().ifPresent(maxAge -> {
            Instant oldest = lifetime.clock().instant().minus(maxAge).minus(lifetime.skew());
            if (claims.requireInstant("auth_time").isBefore(oldest)) {
                throw new TokenValidationException(
                        Auth0ErrorCode.ID_TOKEN_AUTHENTICATION_TOO_OLD,
                        "the auth_time claim is longer ago than max_age allows");
            }
        });
    }

    private static void checkAccessTokenHash(VerifiedJwt jwt, IdTokenExpectations expected) {
        String accessToken = expected.accessToken();
        if (accessToken == null) {
            return;
        }
        String actual = jwt.algorithm().leftHalfHash(accessToken);
        if (jwt.claims()
                .string("at_hash")
                .filter(hash -> !sameBytes(hash, actual))
                .isPresent()) {
            throw new TokenValidationException(
                    Auth0ErrorCode.ID_TOKEN_ACCESS_TOKEN_HASH_MISMATCH,
                    "the at_hash claim is not that of the access token beside it");
        }
    }

    private static boolean sameBytes(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static TokenValidationException azpMismatch(String message) {
        return new TokenValidationException(Auth0ErrorCode.ID_TOKEN_AUTHORIZED_PARTY_MISMATCH, message);
    }
}
