package io.github.auth0jakarta.internal.jose;

/** A rule that a token of any kind can break; {@link TokenKind} knows the error code. */
public enum TokenFault {
    TOO_LARGE,
    MALFORMED,
    ENCRYPTED,
    ALGORITHM_NOT_ALLOWED,
    TYPE_MISMATCH,
    CRITICAL_HEADER,
    KEY_UNKNOWN,
    SIGNATURE_INVALID,
    CLAIM_MISSING,
    CLAIM_MALFORMED,
    ISSUER_MISMATCH,
    AUDIENCE_MISMATCH,
    EXPIRED,
    NOT_YET_VALID,
    ISSUED_IN_FUTURE
}
