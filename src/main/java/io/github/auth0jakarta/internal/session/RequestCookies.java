package io.github.auth0jakarta.internal.session;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of a request in the order in which the browser sent them.
 *
 * <p>Of two cookies of one name the first counts: browsers send the more specific path first (RFC 6265 section 5.4).
 *
 * @param pairs names and values
 * @param answered names of those that the answer to the request has set or deleted already
 */
public record RequestCookies(List<Map.Entry<String, String>> pairs, Set<String> answered) {

    /** No cookies at all. */
    public static final RequestCookies NONE = new RequestCookies(List.of());

    public RequestCookies {
        pairs = List.copyOf(pairs);
        answered = Set.copyOf(answered);
    }

    public RequestCookies(List<Map.Entry<String, String>> pairs) {
        this(pairs, Set.of());
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

    /** Returns these cookies, to which an answer with these headers is on its way. */
    public RequestCookies with(List<String> setCookieHeaders) {
        Set<String> names = new HashSet<>(answered);
        for (String header : setCookieHeaders) {
            names.add(header.substring(0, header.indexOf('=')));
        }
        return new RequestCookies(pairs, names);
    }

    /** Returns the value of the first cookie of this name. */
    public Optional<String> first(String name) {
        return pairs.stream()
                .filter(pair -> pair.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Returns the names that begin like this, each once, of cookies that the browser has or is about to get. */
    public List<String> namesBeginningWith(String prefix) {
        return Stream.concat(pairs.stream().map(Map.Entry::getKey), answered.stream())
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
