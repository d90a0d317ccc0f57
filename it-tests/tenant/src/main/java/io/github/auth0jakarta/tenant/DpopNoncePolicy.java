package io.github.auth0jakarta.tenant;

/** Whether DPoP proofs must carry a nonce of the tenant (RFC 9449 section 8). */
public enum DpopNoncePolicy {
    /** Proofs need no nonce. */
    NONE,
    /** Proofs carry the current nonce, until the tenant changes it. */
    REUSABLE,
    /** Each nonce is good for one proof, and each answer brings the next. */
    SINGLE_USE
}
