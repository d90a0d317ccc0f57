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
public record TokenCookie(String name) {
    private static final String SCHEME = "Bearer ";

    /** Reads it as if the token stood in the header; an empty one is none, and several are malformed. */
    public AuthorizationHeader of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        List<String> values = cookies == null
                ? List.of()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(value -> value != null && !value.isEmpty())
                        .toList();
        return switch (values.size()) {
            case 0 -> AuthorizationHeader.NONE;
            case 1 -> AuthorizationHeader.parse(SCHEME + values.get(0));
            default -> AuthorizationHeader.MALFORMED;
        };
    }
}
