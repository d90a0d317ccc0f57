package io.github.auth0jakarta.internal.api;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;

/**
 * The cookie that access tokens come in where {@code mp.jwt.token.header} is {@code Cookie}; then the {@code Authorization}
 * header is not looked at.
 *
 * @param name of the cookie
 */
record TokenCookie(String name) {

    /** Reads it as if the token stood in the header; an empty one is none, and several are one too many. */
    RequestCredentials of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        List<String> values = cookies == null
                ? List.of()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(cookie -> unquoted(cookie.getValue()))
                        .filter(value -> !value.isEmpty())
                        .toList();
        if (values.size() > 1) {
            return RequestCredentials.SEVERAL;
        }
        if (values.isEmpty()) {
            return RequestCredentials.NONE;
        }
        return AuthorizationHeader.isToken(values.get(0))
                ? RequestCredentials.token(AuthenticationScheme.BEARER, values.get(0))
                : RequestCredentials.malformed(AuthenticationScheme.BEARER);
    }

    /** RFC 6265, 4.1.1: a value may stand in quotation marks, which not every server takes off. */
    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
