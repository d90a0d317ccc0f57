package io.github.auth0jakarta.internal.jose;

import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.json.StrictJson;
import java.util.List;
import java.util.Set;

/**
 * Verifies that a token is of the expected type and was signed, with an allowed algorithm, by the trusted issuer that it
 * names; everything that is not so is refused.
 *
 * <p>The order is that of cost and of trust: size, form, header, allowed algorithm and type, then the key, then the
 * signature, and only then the payload is read. Where there are several issuers, the payload is read before, to choose among
 * them. Remembers nothing but keys and headers.
 */
public final class JwtVerifier {
    /** Longer tokens are refused before they are looked at. */
    public static final int MAX_LENGTH = CompactJws.MAX_LENGTH;

    private final TokenKind kind;
    private final Set<SignatureAlgorithm> algorithms;
    private final TypeRule types;
    private final IssuerChoice issuers;
    private final StrictJson json;
    private final KnownHeaders knownHeaders = new KnownHeaders();

    /**
     * @param kind what the tokens are; decides the error codes
     * @param algorithms the algorithms that they may be signed with, at least one
     * @param types which {@code typ} they may have
     * @param issuers who may sign them
     * @param json reads headers and payloads
     */
    public JwtVerifier(
            TokenKind kind, Set<SignatureAlgorithm> algorithms, TypeRule types, IssuerChoice issuers, StrictJson json) {
        if (algorithms.isEmpty()) {
            throw new IllegalArgumentException("algorithms must be named");
        }
        this.kind = kind;
        this.algorithms = Set.copyOf(algorithms);
        this.types = types;
        this.issuers = issuers;
        this.json = json;
    }

    /**
     * Returns the verified token.
     *
     * @throws TokenValidationException where it is refused
     * @throws Auth0Exception of another type where the keys that would decide cannot be had
     */
    public VerifiedJwt verify(String token) {
        return verify(token, algorithms, issuers);
    }

    /**
     * Returns the verified token as above, where more is known of this one.
     *
     * @param narrowed those of the allowed algorithms that it may be signed with
     * @param choice who may sign it
     */
    public VerifiedJwt verify(String token, Set<SignatureAlgorithm> narrowed, IssuerChoice choice) {
        CompactJws jws = CompactJws.parse(kind, json, token);
        KnownHeaders.Known known = knownHeaders.find(jws.header());
        KnownHeaders.Known header = known == null ? requireAllowed(jws.readHeader()) : known;
        if (!narrowed.contains(header.algorithm())) {
            throw algorithmNotAllowed();
        }
        VerifiedJwt verified = verifySignature(jws, header, choice);
        if (known == null) {
            knownHeaders.keep(jws.header(), header);
        }
        return verified;
    }

    private KnownHeaders.Known requireAllowed(JoseHeader header) {
        SignatureAlgorithm algorithm =
                SignatureAlgorithm.of(header.alg()).filter(algorithms::contains).orElseThrow(this::algorithmNotAllowed);
        if (!types.accepts(header.typ())) {
            throw kind.refuse(TokenFault.TYPE_MISMATCH, "the typ header is of another kind of token");
        }
        return new KnownHeaders.Known(header, algorithm);
    }

    private TokenValidationException algorithmNotAllowed() {
        return kind.refuse(TokenFault.ALGORITHM_NOT_ALLOWED, "the alg header is none of the allowed algorithms");
    }

    private VerifiedJwt verifySignature(CompactJws jws, KnownHeaders.Known header, IssuerChoice choice) {
        SignatureAlgorithm algorithm = header.algorithm();
        String kid = header.header().kid();
        TrustedIssuer issuer = choice.choose(() -> jws.readClaims().requireString("iss"));
        KeyRing ring = issuer.keys().ringFor(algorithm, kid);
        List<VerificationKey> keys = ring.find(algorithm, kid);
        if (keys.isEmpty()) {
            throw kind.refuse(TokenFault.KEY_UNKNOWN, "no key of the issuer fits the kid and alg headers");
        }
        if (!isSignedByOneOf(keys, algorithm, jws)) {
            throw kind.refuse(TokenFault.SIGNATURE_INVALID, "the signature does not fit");
        }
        Claims claims = jws.readClaims();
        if (!claims.requireString("iss").equals(issuer.issuer())) {
            throw kind.refuse(TokenFault.ISSUER_MISMATCH, "the iss claim does not name the issuer whose key signed");
        }
        return new VerifiedJwt(algorithm, header.header().typ(), claims, issuer, ring);
    }

    private static boolean isSignedByOneOf(List<VerificationKey> keys, SignatureAlgorithm algorithm, CompactJws jws) {
        for (VerificationKey key : keys) {
            if (key.verifies(algorithm, jws)) {
                return true;
            }
        }
        return false;
    }
}
