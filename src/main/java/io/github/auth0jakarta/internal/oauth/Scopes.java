package io.github.auth0jakarta.internal.oauth;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The {@code scope} parameter (RFC 6749, 3.3). */
public final class Scopes {
    private Scopes() {}

    /** Returns the scopes of a space-separated list, in their order. */
    public static Set<String> parse(String scope) {
        Set<String> scopes = new LinkedHashSet<>();
        for (String token : scope.split(" ")) {
            if (!token.isEmpty()) {
                scopes.add(token);
            }
        }
        return Collections.unmodifiableSet(scopes);
    }

    /** Returns the list as it is sent. */
    public static String text(Set<String> scopes) {
        return String.join(" ", scopes);
    }
}
