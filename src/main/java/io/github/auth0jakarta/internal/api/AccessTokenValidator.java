package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.ActorChain;
import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.jose.Claims;
import io.github.auth0jakarta.internal.jose.IssuerChoice;
import io.github.auth0jakarta.internal.jose.JwtVerifier;
import io.github.auth0jakarta.internal.jose.SignatureAlgorithm;
import io.github.auth0jakarta.internal.jose.TokenDecryption;
import io.github.auth0jakarta.internal.jose.TokenFault;
import io.github.auth0jakarta.internal.jose.TokenKind;
import io.github.auth0jakarta.internal.jose.TypeRule;
import io.github.auth0jakarta.internal.jose.VerifiedJwt;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Validates JWT access tokens for this API by RFC 9068, 4, with the relaxations that Auth0's own token profile needs.
 *
 * <p>RFC 9068 wants the type {@code at+jwt}. Auth0 issues that only where an API asks for the RFC 9068 profile, else
 * {@code JWT}, and other providers send no type at all; these are accepted, and what the type would tell apart is told
 * apart otherwise: an ID or a logout token is for a client and not for this API (audience), an ID token has a nonce or hashes,
 * a security event has {@code events}. A type that names another kind of token is refused.
 */
public final class AccessTokenValidator {
    private static final TypeRule TYPES = new TypeRule(Set.of("at+jwt", "jwt"), false);

    /** Claims that OpenID Connect Core (2, 3.3.2.11) and FAPI 1.0 give ID tokens, and RFC 9068 does not give access tokens. */
    private static final List<String> ID_TOKEN_CLAIMS = List.of("nonce", "at_hash", "c_hash", "s_hash");

    private final AccessTokenIssuers issuers;
    private final AccessTokenRules rules;
    private final @Nullable VerifiedTokens verified;
    private final JwtVerifier verifier;
    private final @Nullable TokenDecryption decryption;

    /**
     * @param issuers who may sign the tokens
     * @param rules what is asked of each
     * @param verified remembers those that were found good, for this validator only; null where each is verified
     * @param json reads them
     * @param decryption where they have to be encrypted, what decrypts them; null where encrypted ones are refused
     */
    public AccessTokenValidator(
            AccessTokenIssuers issuers,
            AccessTokenRules rules,
            @Nullable VerifiedTokens verified,
            StrictJson json,
            @Nullable TokenDecryption decryption) {
        this.decryption = decryption;
        this.issuers = issuers;
        this.rules = rules;
        this.verified = verified;
        this.verifier = new JwtVerifier(
                TokenKind.ACCESS_TOKEN, rules.algorithms(), TYPES, issuers.acceptedFrom(TokenOrigin.NO_REQUEST), json);
    }

    /** Makes a validator for the same issuers in all requests, which remembers nothing. */
    public AccessTokenValidator(IssuerChoice issuers, AccessTokenRules rules, StrictJson json) {
        this(origin -> issuers, rules, null, json, null);
    }

    /** Returns the validated token as {@link #validateBearer(String, AccessTokenDemands)} with nothing beyond the rules. */
    public JwtAccessToken validateBearer(String accessToken) {
        return validateBearer(accessToken, AccessTokenDemands.NONE);
    }

    /**
     * Returns the validated token that somebody presented without a proof of possession.
     *
     * @throws TokenValidationException where a rule is broken, the first one that is; among them a token that is bound to a
     *     key, which is no bearer token whoever sends it as one (RFC 9449, 7.2; RFC 8705, 3)
     * @throws io.github.auth0jakarta.Auth0Exception of another type where the keys that would decide cannot be had
     */
    public JwtAccessToken validateBearer(String accessToken, AccessTokenDemands demands) {
        VerifiedJwt jwt = verified(accessToken, demands);
        if (jwt.claims().has("cnf")) {
            throw new TokenValidationException(
                    Auth0ErrorCode.ACCESS_TOKEN_BINDING_UNSUPPORTED,
                    "the token is bound to a key and cannot be used as a bearer token");
        }
        return new JwtAccessToken(
                accessToken, jwt.claims(), null, ActorChain.of(jwt.claims().asMap()));
    }

    /** Returns the validated token as {@link #validate(String, AccessTokenDemands)} with nothing beyond the rules. */
    public JwtAccessToken validate(String accessToken) {
        return validate(accessToken, AccessTokenDemands.NONE);
    }

    /**
     * Returns the validated token, which may be bound to a key: whoever lets anybody use it has to compare that with
     * {@link JwtAccessToken#jwkThumbprint()}.
     *
     * @throws TokenValidationException where a rule is broken, the first one that is; among them a token that is bound in
     *     another way than by the thumbprint of a key
     * @throws io.github.auth0jakarta.Auth0Exception of another type where the keys that would decide cannot be had
     */
    public JwtAccessToken validate(String accessToken, AccessTokenDemands demands) {
        VerifiedJwt jwt = verified(accessToken, demands);
        return new JwtAccessToken(
                accessToken,
                jwt.claims(),
                Confirmation.jwkThumbprint(jwt.claims()),
                ActorChain.of(jwt.claims().asMap()));
    }

    private VerifiedJwt verified(String accessToken, AccessTokenDemands demands) {
        IssuerChoice choice = issuers.acceptedFrom(demands.origin());
        // Hashing what is too long to be a token would cost more than refusing it.
        VerifiedJwt jwt = verified == null || accessToken.length() > JwtVerifier.MAX_LENGTH
                ? verify(accessToken, demands, choice)
                : remembered(verified, accessToken, demands, choice);
        demands.requiredClaims().forEach(jwt.claims()::requirePresent);
        return jwt;
    }

    /** What was found good is looked at again as far as time, keys and this request may see it otherwise. */
    private VerifiedJwt remembered(
            VerifiedTokens memory, String accessToken, AccessTokenDemands demands, IssuerChoice choice) {
        TokenDigest digest = TokenDigest.of(accessToken);
        VerifiedJwt known = memory.find(digest);
        if (known != null && isStillGood(known, demands, choice)) {
            rules.lifetime().check(TokenKind.ACCESS_TOKEN, known.claims());
            return known;
        }
        VerifiedJwt fresh = verify(accessToken, demands, choice);
        memory.keep(digest, fresh);
        return fresh;
    }

    private boolean isStillGood(VerifiedJwt known, AccessTokenDemands demands, IssuerChoice choice) {
        return algorithms(demands).contains(known.algorithm())
                && known.isSignedBy(choice.choose(() -> known.claims().requireString("iss")));
    }

    private VerifiedJwt verify(String accessToken, AccessTokenDemands demands, IssuerChoice choice) {
        String signed = decryption == null ? accessToken : decryption.decrypt(accessToken);
        VerifiedJwt jwt = verifier.verify(signed, algorithms(demands), choice);
        Claims claims = jwt.claims();
        requireAccessToken(jwt);
        if (!rules.audiences().accepts(claims)) {
            throw TokenKind.ACCESS_TOKEN.refuse(TokenFault.AUDIENCE_MISMATCH, "the aud claim does not name this API");
        }
        rules.lifetime().check(TokenKind.ACCESS_TOKEN, claims);
        claims.requireString("sub");
        rules.requiredClaims().forEach(claims::requirePresent);
        return jwt;
    }

    /** A type that says so is enough (RFC 8725, 3.11); else it must have no claim of another kind of token (3.12). */
    private static void requireAccessToken(VerifiedJwt jwt) {
        Claims claims = jwt.claims();
        if (claims.has("events")) {
            throw TokenKind.ACCESS_TOKEN.refuse(TokenFault.TYPE_MISMATCH, "the events claim makes it a security event");
        }
        if (!jwt.hasType("at+jwt") && !Collections.disjoint(claims.asMap().keySet(), ID_TOKEN_CLAIMS)) {
            throw TokenKind.ACCESS_TOKEN.refuse(TokenFault.TYPE_MISMATCH, "the token has claims of an ID token");
        }
    }

    private Set<SignatureAlgorithm> algorithms(AccessTokenDemands demands) {
        if (demands.algorithms().isEmpty()) {
            return rules.algorithms();
        }
        Set<SignatureAlgorithm> narrowed = EnumSet.noneOf(SignatureAlgorithm.class);
        demands.algorithms().forEach(name -> SignatureAlgorithm.of(name).ifPresent(narrowed::add));
        narrowed.retainAll(rules.algorithms());
        return narrowed;
    }
}
