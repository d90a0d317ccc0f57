package io.github.auth0jakarta.internal.oauth;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code error} values of OAuth answers. */
public final class OAuthErrors {
    /** RFC 6749, 4.1.2.1 and 5.2, and short enough for a log line. */
    private static final Pattern ERROR = Pattern.compile("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{1,64}");

    private OAuthErrors() {}

    /** Returns the value where it can be one, null for anything else that stands in its place. */
    public static @Nullable String valid(@Nullable Object value) {
        return value instanceof String text && ERROR.matcher(text).matches() ? text : null;
    }
}
