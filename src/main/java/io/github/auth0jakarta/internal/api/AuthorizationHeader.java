package io.github.auth0jakarta.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code Authorization} header of a request holds (RFC 6750, 2.1).
 *
 * @param kind what was found
 * @param token the token, null unless the kind is {@code BEARER}
 */
public record AuthorizationHeader(Kind kind, @Nullable String token) {
    private static final String SCHEME = "Bearer";
    private static final int LONGEST = 32 * 1024;
    /** RFC 9110, 11.2: {@code token68}. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    static final AuthorizationHeader NONE = new AuthorizationHeader(Kind.NONE, null);
    private static final AuthorizationHeader OTHER = new AuthorizationHeader(Kind.OTHER_SCHEME, null);
    static final AuthorizationHeader MALFORMED = new AuthorizationHeader(Kind.MALFORMED, null);

    /** What was found. */
    public enum Kind {
        NONE,
        OTHER_SCHEME,
        MALFORMED,
        BEARER
    }

    /** Reads it; several headers, or anything but one scheme, one space and one token, is malformed. */
    public static AuthorizationHeader of(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("Authorization");
        if (headers == null || !headers.hasMoreElements()) {
            return NONE;
        }
        String header = headers.nextElement();
        return headers.hasMoreElements() ? MALFORMED : parse(header);
    }

    /** Returns whether the request brings a token, or tries to. */
    public boolean isBearer() {
        return kind == Kind.BEARER || kind == Kind.MALFORMED;
    }

    static AuthorizationHeader parse(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return OTHER;
        }
        if (header.length() == SCHEME.length()) {
            return MALFORMED;
        }
        if (header.charAt(SCHEME.length()) != ' ') {
            // "Bearerx" is the name of another scheme; "Bearer" and a tab is an attempt at this one.
            return Character.isLetterOrDigit(header.charAt(SCHEME.length())) ? OTHER : MALFORMED;
        }
        String token = header.substring(SCHEME.length() + 1);
        boolean wellFormed = token.length() <= LONGEST && TOKEN.matcher(token).matches();
        return wellFormed ? new AuthorizationHeader(Kind.BEARER, token) : MALFORMED;
    }

    @Override
    public String toString() {
        return "AuthorizationHeader[" + kind + "]";
    }
}
