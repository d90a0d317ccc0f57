package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.TokenValidationException;
import io.github.auth0jakarta.internal.caller.AuthenticationContext;
import io.github.auth0jakarta.internal.jose.Claims;
import io.github.auth0jakarta.internal.oauth.OrganizationClaims;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a login asked for and the ID token has to show.
 *
 * @param maxAge how long ago the caller may have proved who it is, null for any time
 * @param acrValues the ways to prove it that will do; empty for any
 * @param organization the id or name of the organization, null for any or none
 */
record Expectations(
        @Nullable Duration maxAge,
        List<String> acrValues,
        @Nullable String organization) {
    static final Expectations NONE = new Expectations(null, List.of(), null);

    Expectations {
        acrValues = List.copyOf(acrValues);
    }

    /**
     * Checks all but {@code max_age}, which the validation of the token itself does.
     *
     * @throws TokenValidationException {@code id_token.organization_mismatch}, {@code id_token.authentication_context_mismatch}
     */
    void check(Claims claims) {
        if (organization != null && !OrganizationClaims.name(claims.asMap(), organization)) {
            throw new TokenValidationException(
                    Auth0ErrorCode.ID_TOKEN_ORGANIZATION_MISMATCH, "the token is not of the organization asked for");
        }
        if (!acrValues.isEmpty() && !AuthenticationContext.isOneOf(acrValues, claims.asMap())) {
            throw new TokenValidationException(
                    Auth0ErrorCode.ID_TOKEN_AUTHENTICATION_CONTEXT_MISMATCH,
                    "the acr claim is none that was asked for");
        }
    }

    Map<String, Object> toMap() {
        Map<String, Object> members = new HashMap<>();
        if (maxAge != null) {
            members.put("max_age", maxAge.toSeconds());
        }
        if (!acrValues.isEmpty()) {
            members.put("acr_values", acrValues);
        }
        if (organization != null) {
            members.put("organization", organization);
        }
        return members;
    }

    static Expectations of(Map<?, ?> members) {
        Duration maxAge = members.get("max_age") instanceof Long seconds ? Duration.ofSeconds(seconds) : null;
        List<String> acrValues = members.get("acr_values") instanceof List<?> values
                ? values.stream().map(Objects::toString).toList()
                : List.of();
        return new Expectations(maxAge, acrValues, members.get("organization") instanceof String text ? text : null);
    }
}
