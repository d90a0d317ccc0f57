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
 * @param ofSession whether the session of the request asks, by its refresh token, and keeps the token
 */
public record TokenPurpose(@Nullable String audience, Set<String> scopes, boolean ofSession) {
    /** Nothing in particular. */
    public static final TokenPurpose UNNAMED = new TokenPurpose(null, Set.of());

    public TokenPurpose {
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }

    /** Makes that of a token for whoever asks. */
    public TokenPurpose(@Nullable String audience, Set<String> scopes) {
        this(audience, scopes, false);
    }

    /**
     * Returns which scopes a token has that was issued for this: those that the answer names and that were asked for.
     *
     * <p>A provider may grant less than was asked for, and names none where it granted just that (RFC 6749, 5.1). What it
     * grants beyond is not believed, so that nobody decides by a scope that nobody asked for. Whoever asked for none in
     * particular gets what the answer says.
     *
     * @param answered null where the answer names none
     */
    public Set<String> granted(@Nullable Set<String> answered) {
        return Scopes.granted(scopes, answered);
    }

    /** Returns the scopes as one text, null where none are named. */
    public @Nullable String scopeText() {
        return scopes.isEmpty() ? null : Scopes.text(scopes);
    }
}
