package io.github.auth0jakarta.tenant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is told about a user, in ID tokens and at userinfo. */
final class UserClaims {

    /** A fixed text, not a number: Auth0 writes a timestamp here, against OpenID Connect Core section 5.1. */
    private static final String UPDATED_AT = "2026-01-02T03:04:05.678Z";

    private UserClaims() {}

    static Map<String, Object> of(User user, Set<String> scope) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", user.sub());
        if (scope.contains("profile")) {
            claims.put("name", user.name());
            claims.put("nickname", user.nickname());
            claims.put("picture", user.picture());
            claims.put("updated_at", UPDATED_AT);
        }
        if (scope.contains("email") && !user.email().isEmpty()) {
            claims.put("email", user.email());
            claims.put("email_verified", true);
        }
        claims.putAll(user.claims());
        return claims;
    }
}
