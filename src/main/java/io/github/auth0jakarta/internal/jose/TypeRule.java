package io.github.auth0jakarta.internal.jose;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which {@code typ} headers a token may have (RFC 7515, 4.1.9): compared without regard to case, and without the
 * {@code application/} that may be left out.
 *
 * @param types the accepted types, in lower case and without {@code application/}
 * @param required whether a token without the header is refused
 */
public record TypeRule(Set<String> types, boolean required) {
    private static final String MEDIA_TYPE_PREFIX = "application/";

    public TypeRule {
        types = Set.copyOf(types);
    }

    boolean accepts(@Nullable String typ) {
        return typ == null ? !required : types.contains(normalized(typ));
    }

    static String normalized(String typ) {
        String lowerCase = typ.toLowerCase(Locale.ROOT);
        return lowerCase.startsWith(MEDIA_TYPE_PREFIX) ? lowerCase.substring(MEDIA_TYPE_PREFIX.length()) : lowerCase;
    }
}
