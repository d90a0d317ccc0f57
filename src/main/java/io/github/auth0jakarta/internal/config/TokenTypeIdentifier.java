package io.github.auth0jakarta.internal.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Names of token types (RFC 8693, 3), as Auth0 takes them: a URL, or a URN (RFC 8141). */
public final class TokenTypeIdentifier {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 100;
    private static final Pattern URN = Pattern.compile("(?i)urn:[a-z0-9][a-z0-9-]{0,31}:[\\x21-\\x7e]+");

    private TokenTypeIdentifier() {}

    /** Returns whether it is one, of 10 to 100 characters. */
    public static boolean isValid(String type) {
        return type.length() >= SHORTEST
                && type.length() <= LONGEST
                && (URN.matcher(type).matches() || isUrl(type));
    }

    private static boolean isUrl(String type) {
        try {
            URI uri = new URI(type);
            return uri.isAbsolute() && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
