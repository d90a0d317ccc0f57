package io.github.auth0jakarta.internal.oauth;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token is asked for.
 *
 * @param audience the API, null where none is named
 * @param scopes in the order in which they are sent; empty for what the provider gives by itself
 */
public record TokenPurpose(@Nullable String audience, Set<String> scopes) {
    /** Nothing in particular. */
    public static final TokenPurpose UNNAMED = new TokenPurpose(null, Set.of());

    public TokenPurpose {
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }

    /** Returns the scopes as one text, null where none are named. */
    public @Nullable String scopeText() {
        return scopes.isEmpty() ? null : Scopes.text(scopes);
    }
}
