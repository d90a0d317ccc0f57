package io.github.auth0jakarta.internal.jose;

/**
 * A proof whose signature was made with the key in its own header, and of which no claim has been looked at (RFC 9449, 4.3,
 * 2 and 4 to 7); {@link ProofSignatures} alone makes one.
 */
public final class SignedProof {
    private final String header;
    private final ProofKey key;
    private final Claims claims;

    SignedProof(String header, ProofKey key, Claims claims) {
        this.header = header;
        this.key = key;
        this.claims = claims;
    }

    /** Returns the header as it was received. */
    String header() {
        return header;
    }

    ProofKey key() {
        return key;
    }

    /** Returns the thumbprint of the key that signed (RFC 7638). */
    public String thumbprint() {
        return key.thumbprint();
    }

    /** Returns the claims. */
    public Claims claims() {
        return claims;
    }

    /** Says nothing about the proof. */
    @Override
    public String toString() {
        return "SignedProof";
    }
}
