package io.github.auth0jakarta.internal.oauth;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /**
     * Returns which of the scopes that were asked for an answer grants; {@link TokenPurpose#granted} says why.
     *
     * @param asked empty for none in particular
     * @param answered null where the answer names none
     */
    public static Set<String> granted(Set<String> asked, @Nullable Set<String> answered) {
        if (answered == null || asked.isEmpty()) {
            return answered == null ? asked : answered;
        }
        Set<String> granted = new LinkedHashSet<>(answered);
        granted.retainAll(asked);
        return Collections.unmodifiableSet(granted);
    }

    /** Returns the list as it is sent. */
    public static String text(Set<String> scopes) {
        return String.join(" ", scopes);
    }
}
