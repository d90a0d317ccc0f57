package io.github.auth0jakarta.internal.logout;

import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.Query;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way back from the provider's logout: providers only go to a registered address, so the place that the application
 * wishes is kept in a sealed cookie, named after the {@code state} with which the provider sends the browser back.
 *
 * <p>A browser has at most one; a state that it has no cookie for has no effect at all.
 */
public final class LogoutReturn {
    private static final String PREFIX = "__logout_";
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final String path;
    private final CookieSeal seal;
    private final CookieAttributes attributes;
    private final String prefix;
    private final InstantSource clock;

    /**
     * @param path where the provider sends the browser, within the application
     */
    public LogoutReturn(String path, CookieSeal seal, CookieAttributes attributes, InstantSource clock) {
        this.path = path;
        this.seal = seal;
        this.attributes = attributes;
        this.prefix = attributes.nameOf(PREFIX);
        this.clock = clock;
    }

    /** Returns the address to which the provider sends the browser, exactly as it has to be registered there. */
    String address(String baseUrl) {
        return path.equals("/") ? baseUrl : baseUrl + path;
    }

    /** Returns the {@code Set-Cookie} header that remembers where a browser that comes with this state wishes to go. */
    String remember(String state, String location) {
        String name = prefix + state;
        String content = clock.instant().plus(LIFETIME).getEpochSecond() + " " + location;
        return attributes.set(name, seal.seal(name, content.getBytes(StandardCharsets.UTF_8)), LIFETIME);
    }

    /** Returns the {@code Set-Cookie} headers that forget all of it. */
    List<String> forget(RequestCookies cookies) {
        return cookies.namesBeginningWith(prefix).stream()
                .map(attributes::delete)
                .toList();
    }

    /** Returns the route that sends a browser on which is on its way back, null for any other request. */
    public @Nullable Route routeFor(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || !query.contains("state=") || !isReturn(request)) {
            return null;
        }
        RequestCookies cookies = RequestCookies.of(request.getCookies());
        String location = location(Query.parse(query), cookies);
        return location == null
                ? null
                : (sameRequest, response) -> {
                    Answers.setCookies(sameRequest, response, forget(cookies));
                    Answers.redirect(sameRequest, response, location);
                };
    }

    private boolean isReturn(HttpServletRequest request) {
        String requested = ApplicationAddress.path(request);
        return request.getMethod().equals("GET") && (requested.isEmpty() ? "/" : requested).equals(path);
    }

    private @Nullable String location(@Nullable Query query, RequestCookies cookies) {
        String state = query == null ? null : query.value("state");
        if (state == null || !STATE.matcher(state).matches()) {
            return null;
        }
        String name = prefix + state;
        return cookies.first(name)
                .flatMap(value -> seal.open(name, value))
                .map(opened -> alive(new String(opened.plaintext(), StandardCharsets.UTF_8)))
                .orElse(null);
    }

    private @Nullable String alive(String content) {
        int space = content.indexOf(' ');
        long end = Long.parseLong(content.substring(0, space));
        return clock.instant().getEpochSecond() < end ? content.substring(space + 1) : null;
    }
}
