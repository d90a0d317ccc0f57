package io.github.auth0jakarta.internal.jose;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Verifies that a token is of the expected type and was signed, with an allowed algorithm, by the trusted issuer that it
 * names; everything that is not so is refused.
 *
 * <p>The order is that of cost and of trust: size, form, header, allowed algorithm and type, then the key, then the
 * signature, and only then the payload is read. Stateless but for the keys.
 */
public final class JwtVerifier {
    private final TokenKind kind;
    private final Set<SignatureAlgorithm> algorithms;
    private final TypeRule types;
    private final List<TrustedIssuer> issuers;
    private final StrictJson json;

    /**
     * @param kind what the tokens are; decides the error codes
     * @param algorithms the algorithms that they may be signed with, at least one
     * @param types which {@code typ} they may have
     * @param issuers who may sign them, at least one; with several, in the order of expected use
     * @param json reads headers and payloads
     */
    public JwtVerifier(
            TokenKind kind,
            Set<SignatureAlgorithm> algorithms,
            TypeRule types,
            List<TrustedIssuer> issuers,
            StrictJson json) {
        if (algorithms.isEmpty() || issuers.isEmpty()) {
            throw new IllegalArgumentException("algorithms and issuers must be named");
        }
        this.kind = kind;
        this.algorithms = Set.copyOf(algorithms);
        this.types = types;
        this.issuers = List.copyOf(issuers);
        this.json = json;
    }

    /**
     * Returns the verified token.
     *
     * @throws TokenValidationException where it is refused
     * @throws Auth0Exception of another type where the keys that would decide cannot be had
     */
    public VerifiedJwt verify(String token) {
        CompactJws jws = CompactJws.parse(kind, json, token);
        SignatureAlgorithm algorithm = requireAllowedAlgorithm(jws.header());
        if (!types.accepts(jws.header().typ())) {
            throw kind.refuse(TokenFault.TYPE_MISMATCH, "the typ header is of another kind of token");
        }
        return new VerifiedJwt(token, algorithm, verifySignature(jws, algorithm));
    }

    private SignatureAlgorithm requireAllowedAlgorithm(JoseHeader header) {
        return SignatureAlgorithm.of(header.alg())
                .filter(algorithms::contains)
                .orElseThrow(() -> kind.refuse(
                        TokenFault.ALGORITHM_NOT_ALLOWED, "the alg header is none of the allowed algorithms"));
    }

    /**
     * Asks the issuers in turn. The payload is not read to find out which of them it names, because nobody has signed for
     * it yet; and the signature of one issuer is worth nothing in a token that names another.
     */
    private Claims verifySignature(CompactJws jws, SignatureAlgorithm algorithm) {
        List<Auth0Exception> refusals = new ArrayList<>();
        for (TrustedIssuer issuer : issuers) {
            try {
                return verifyBy(issuer, jws, algorithm);
            } catch (Auth0Exception e) {
                refusals.add(e);
            }
        }
        throw mostTelling(refusals);
    }

    /** Keys that cannot be had leave it open whether the token is good; else the issuer that came furthest knows best. */
    private Auth0Exception mostTelling(List<Auth0Exception> refusals) {
        return refusals.stream()
                .filter(refusal -> !(refusal instanceof TokenValidationException))
                .findFirst()
                .or(() -> refusals.stream().filter(this::isPastTheKey).findFirst())
                .orElse(refusals.get(0));
    }

    private boolean isPastTheKey(Auth0Exception refusal) {
        return refusal.code() != kind.code(TokenFault.KEY_UNKNOWN);
    }

    private Claims verifyBy(TrustedIssuer issuer, CompactJws jws, SignatureAlgorithm algorithm) {
        List<VerificationKey> keys = issuer.keys().find(algorithm, jws.header().kid());
        if (keys.isEmpty()) {
            throw kind.refuse(TokenFault.KEY_UNKNOWN, "no key of the issuer fits the kid and alg headers");
        }
        if (keys.stream().noneMatch(key -> key.verifies(algorithm, jws))) {
            throw kind.refuse(TokenFault.SIGNATURE_INVALID, "the signature does not fit");
        }
        Claims claims = jws.readClaims(kind, json);
        if (!claims.requireString("iss").equals(issuer.issuer())) {
            throw kind.refuse(TokenFault.ISSUER_MISMATCH, "the iss claim does not name the issuer whose key signed");
        }
        return claims;
    }
}
