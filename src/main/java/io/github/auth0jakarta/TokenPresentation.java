package io.github.auth0jakarta;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** An access token as somebody presents it, and what is asked of it beyond the configuration; immutable. */
public final class TokenPresentation {
    private final String token;
    private final Optional<Proof> proof;
    private final Set<String> requiredClaims;
    private final Set<String> algorithms;

    /**
     * A DPoP proof and the request that it has to be made for (RFC 9449, 4.3).
     *
     * @param jwt the value of the {@code DPoP} header
     * @param method the method of the request, in its own case
     * @param uri the address of the request; query and fragment do not count
     */
    public record Proof(String jwt, String method, URI uri) {
        public Proof {
            Objects.requireNonNull(jwt);
            Objects.requireNonNull(method);
            Objects.requireNonNull(uri);
        }

        /** Says nothing about the proof. */
        @Override
        public String toString() {
            return "Proof[" + method + "]";
        }
    }

    private TokenPresentation(String token, Optional<Proof> proof, Set<String> requiredClaims, Set<String> algorithms) {
        this.token = Objects.requireNonNull(token);
        this.proof = proof;
        this.requiredClaims = Set.copyOf(requiredClaims);
        this.algorithms = Set.copyOf(algorithms);
    }

    /** Returns a token that is presented as a bearer token. */
    public static TokenPresentation bearer(String token) {
        return new TokenPresentation(token, Optional.empty(), Set.of(), Set.of());
    }

    /** Returns a token that is presented with a proof of possession. */
    public static TokenPresentation dpop(String token, Proof proof) {
        return new TokenPresentation(token, Optional.of(proof), Set.of(), Set.of());
    }

    /** Returns the same presentation of a token that also needs these claims, whatever their values. */
    public TokenPresentation withRequiredClaims(Set<String> claims) {
        return new TokenPresentation(token, proof, claims, algorithms);
    }

    /**
     * Returns the same presentation of a token that must be signed with one of these of the configured algorithms.
     *
     * @param names as in an {@code alg} header; those that {@code auth0.api.algorithms} does not list are not accepted
     */
    public TokenPresentation withAlgorithms(Set<String> names) {
        return new TokenPresentation(token, proof, requiredClaims, names);
    }

    /** Returns the token. */
    public String token() {
        return token;
    }

    /** Returns the proof; empty for a bearer token. */
    public Optional<Proof> proof() {
        return proof;
    }

    /** Returns the claims that are asked for beyond the configuration. */
    public Set<String> requiredClaims() {
        return requiredClaims;
    }

    /** Returns the algorithms that are accepted; empty for all that the configuration lists. */
    public Set<String> algorithms() {
        return algorithms;
    }

    /** Says nothing about the token. */
    @Override
    public String toString() {
        return "TokenPresentation[" + (proof.isPresent() ? "DPoP" : "Bearer") + "]";
    }
}
