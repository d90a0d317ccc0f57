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
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Validates JWT access tokens for this API by RFC 9068, 4, with the relaxations that Auth0's own token profile needs.
 *
 * <p>RFC 9068 wants the type {@code at+jwt}. Auth0 issues that only where an API asks for the RFC 9068 profile, else
 * {@code JWT}, and other providers send no type at all; these are accepted, and what the type would tell apart is told
 * apart otherwise: an ID or a logout token is for a client and not for this API (audience), a security event has
 * {@code events}. A type that names another kind of token is refused.
 */
public final class AccessTokenValidator {
    private static final TypeRule TYPES = new TypeRule(Set.of("at+jwt", "jwt"), false);

    private final AccessTokenRules rules;
    private final IssuerChoice issuers;
    private final JwtVerifier verifier;
    private final @Nullable TokenDecryption decryption;

    /**
     * @param issuers who may sign the tokens
     * @param rules what is asked of each
     * @param json reads them
     */
    public AccessTokenValidator(IssuerChoice issuers, AccessTokenRules rules, StrictJson json) {
        this(issuers, rules, json, null);
    }

    /**
     * @param issuers who may sign the tokens
     * @param rules what is asked of each
     * @param json reads them
     * @param decryption where they have to be encrypted, what decrypts them; null where encrypted ones are refused
     */
    public AccessTokenValidator(
            IssuerChoice issuers, AccessTokenRules rules, StrictJson json, @Nullable TokenDecryption decryption) {
        this.decryption = decryption;
        this.rules = rules;
        this.issuers = issuers;
        this.verifier = new JwtVerifier(TokenKind.ACCESS_TOKEN, rules.algorithms(), TYPES, issuers, json);
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
        return new JwtAccessToken(jwt, null, ActorChain.of(jwt.claims().asMap()));
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
                jwt,
                Confirmation.jwkThumbprint(jwt.claims()),
                ActorChain.of(jwt.claims().asMap()));
    }

    private VerifiedJwt verified(String accessToken, AccessTokenDemands demands) {
        String signed = decryption == null ? accessToken : decryption.decrypt(accessToken);
        VerifiedJwt jwt = verifier.verify(signed, algorithms(demands), issuers);
        Claims claims = jwt.claims();
        if (claims.has("events")) {
            throw TokenKind.ACCESS_TOKEN.refuse(TokenFault.TYPE_MISMATCH, "the events claim makes it a security event");
        }
        if (!rules.audiences().accepts(claims)) {
            throw TokenKind.ACCESS_TOKEN.refuse(TokenFault.AUDIENCE_MISMATCH, "the aud claim does not name this API");
        }
        rules.lifetime().check(TokenKind.ACCESS_TOKEN, claims);
        claims.requireString("sub");
        rules.requiredClaims().forEach(claims::requirePresent);
        demands.requiredClaims().forEach(claims::requirePresent);
        return jwt;
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
