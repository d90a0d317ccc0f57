package io.github.auth0jakarta.internal.oauth;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The organization that an ID token names (Auth0's {@code org_id} and {@code org_name}). */
public final class OrganizationClaims {
    private static final String ID = "org_";

    private OrganizationClaims() {}

    /**
     * Returns whether these claims name an organization: an id is compared exactly, a name as Auth0 keeps it, in lower case.
     *
     * @param asked the id, which begins with {@code org_}, or the name
     */
    public static boolean name(Map<String, ? extends @Nullable Object> claims, String asked) {
        return asked.startsWith(ID)
                ? asked.equals(claims.get("org_id"))
                : asked.toLowerCase(Locale.ROOT).equals(claims.get("org_name"));
    }
}
