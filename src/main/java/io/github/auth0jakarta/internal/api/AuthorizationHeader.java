package io.github.auth0jakarta.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code Authorization} header of a request (RFC 6750, 2.1; RFC 9449, 7.1). */
final class AuthorizationHeader {
    private static final int LONGEST = 32 * 1024;
    /** A name of letters and digits; "Bearerx" is another one, "Bearer" and a tab is an attempt at ours. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]*+");
    /** RFC 9110, 11.2: {@code token68}. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]++=*+");

    private AuthorizationHeader() {}

    /** Reads it; several headers, or anything but one scheme, one space and one token, is malformed. */
    static RequestCredentials of(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("Authorization");
        if (headers == null || !headers.hasMoreElements()) {
            return RequestCredentials.NONE;
        }
        String header = headers.nextElement();
        return headers.hasMoreElements() ? RequestCredentials.SEVERAL : parse(header);
    }

    static RequestCredentials parse(String header) {
        Matcher name = NAME.matcher(header);
        String scheme = name.lookingAt() ? name.group() : "";
        return AuthenticationScheme.of(scheme)
                .map(ours -> credentials(ours, header.substring(scheme.length())))
                .orElse(RequestCredentials.OTHER_SCHEME);
    }

    /** Returns whether a text has the characters of a token, and is not endless. */
    static boolean isToken(String text) {
        return text.length() <= LONGEST && TOKEN.matcher(text).matches();
    }

    private static RequestCredentials credentials(AuthenticationScheme scheme, String rest) {
        if (rest.isBlank()) {
            return RequestCredentials.empty(scheme);
        }
        return rest.charAt(0) == ' ' && isToken(rest.substring(1))
                ? RequestCredentials.token(scheme, rest.substring(1))
                : RequestCredentials.malformed(scheme);
    }
}
