package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.IdTokenCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.Map;

/** The credential of a login whose ID token has been verified; nobody else can make one. */
final class VerifiedLogin implements IdTokenCredential {
    private final Map<String, Object> claims;
    private final CredentialValidationResult result;

    VerifiedLogin(Map<String, Object> claims, CredentialValidationResult result) {
        this.claims = claims;
        this.result = result;
    }

    @Override
    public Map<String, Object> claims() {
        return claims;
    }

    CredentialValidationResult result() {
        return result;
    }

    /** Says nothing about the claims. */
    @Override
    public String toString() {
        return "VerifiedLogin";
    }
}
