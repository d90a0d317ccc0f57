package io.github.auth0jakarta.internal.session;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of a request in the order in which the browser sent them.
 *
 * <p>Of two cookies of one name the first counts: browsers send the more specific path first (RFC 6265 section 5.4).
 */
public record RequestCookies(List<Map.Entry<String, String>> pairs) {

    /** No cookies at all. */
    public static final RequestCookies NONE = new RequestCookies(List.of());

    public RequestCookies {
        pairs = List.copyOf(pairs);
    }

    /** Returns the cookies as {@code HttpServletRequest.getCookies()} gives them: null where there are none. */
    public static RequestCookies of(Cookie @Nullable [] cookies) {
        return cookies == null
                ? NONE
                : new RequestCookies(
                        Arrays.stream(cookies).map(RequestCookies::pair).toList());
    }

    private static Map.Entry<String, String> pair(Cookie cookie) {
        String value = cookie.getValue();
        return Map.entry(cookie.getName(), value == null ? "" : value);
    }

    /** Returns these cookies and, without their values, those that an answer with these headers sets or deletes. */
    public RequestCookies with(List<String> setCookieHeaders) {
        List<Map.Entry<String, String>> all = new ArrayList<>(pairs);
        for (String header : setCookieHeaders) {
            all.add(Map.entry(header.substring(0, header.indexOf('=')), ""));
        }
        return new RequestCookies(all);
    }

    /** Returns the value of the first cookie of this name. */
    public Optional<String> first(String name) {
        return pairs.stream()
                .filter(pair -> pair.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Returns the names that begin like this, each once. */
    public List<String> namesBeginningWith(String prefix) {
        return pairs.stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith(prefix))
                .distinct()
                .toList();
    }

    /** Says the names only. */
    @Override
    public String toString() {
        return "RequestCookies" + namesBeginningWith("");
    }
}
