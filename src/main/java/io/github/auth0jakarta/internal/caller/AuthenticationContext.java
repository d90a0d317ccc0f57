package io.github.auth0jakarta.internal.caller;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a caller proved who it is, by the {@code acr} claim (OpenID Connect Core, 2). */
public final class AuthenticationContext {
    /** What Auth0 is asked for multi-factor authentication by; it answers in {@code amr}. */
    private static final String MULTI_FACTOR = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

    private AuthenticationContext() {}

    /** Returns whether the claims show one of these authentication context classes. */
    public static boolean isOneOf(Collection<String> acrValues, Map<String, ? extends @Nullable Object> claims) {
        if (claims.get("acr") instanceof String acr && acrValues.contains(acr)) {
            return true;
        }
        return acrValues.contains(MULTI_FACTOR)
                && claims.get("amr") instanceof List<?> methods
                && methods.contains("mfa");
    }
}
