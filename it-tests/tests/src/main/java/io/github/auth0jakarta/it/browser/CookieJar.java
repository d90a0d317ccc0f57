package io.github.auth0jakarta.it.browser;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The cookies of one browser, kept and sent by the rules of RFC 6265bis: host, path, {@code Secure} (which loopback may
 * set and get without TLS), name prefixes and the size limit. Like in a browser, ports do not separate.
 */
public final class CookieJar {

    private static final int LARGEST = 4096;

    private record Stored(String host, String path, SetCookie cookie) {

        boolean replacedBy(Stored other) {
            return host.equals(other.host)
                    && path.equals(other.path)
                    && cookie.name().equals(other.cookie.name());
        }

        boolean isSentTo(URI uri) {
            return host.equals(uri.getHost()) && pathMatches(pathOf(uri)) && (!cookie.has("secure") || trusted(uri));
        }

        private boolean pathMatches(String requested) {
            return requested.equals(path)
                    || (requested.startsWith(path) && (path.endsWith("/") || requested.charAt(path.length()) == '/'));
        }
    }

    private final List<Stored> cookies = new ArrayList<>();

    /** Keeps a cookie, or drops it where a browser would. */
    void set(URI from, SetCookie cookie) {
        if (!acceptable(from, cookie)) {
            return;
        }
        Stored stored = new Stored(from.getHost(), path(from, cookie), cookie);
        cookies.removeIf(old -> old.replacedBy(stored));
        if (!cookie.expiresBefore(Instant.now())) {
            cookies.add(stored);
        }
    }

    private static boolean acceptable(URI from, SetCookie cookie) {
        if (cookie.name().length() + cookie.value().length() > LARGEST || cookie.has("domain")) {
            return false;
        }
        if (cookie.has("secure") && !trusted(from)) {
            return false;
        }
        if (cookie.name().startsWith("__Secure-") && !cookie.has("secure")) {
            return false;
        }
        boolean wholeHost = cookie.has("secure") && "/".equals(cookie.attribute("path"));
        return !cookie.name().startsWith("__Host-") || wholeHost;
    }

    private static String path(URI from, SetCookie cookie) {
        String path = cookie.attribute("path");
        if (path != null && path.startsWith("/")) {
            return path;
        }
        String requested = pathOf(from);
        int slash = requested.lastIndexOf('/');
        return slash <= 0 ? "/" : requested.substring(0, slash);
    }

    private static String pathOf(URI uri) {
        String path = uri.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static boolean trusted(URI uri) {
        return "https".equals(uri.getScheme()) || Loopback.names(uri);
    }

    /** Returns the Cookie header for a request, empty where there is none. */
    Optional<String> header(URI to) {
        String header = cookies.stream()
                .filter(stored -> stored.isSentTo(to))
                .sorted(Comparator.comparing((Stored stored) -> stored.path().length())
                        .reversed())
                .map(stored -> stored.cookie().name() + "=" + stored.cookie().value())
                .collect(Collectors.joining("; "));
        return header.isEmpty() ? Optional.empty() : Optional.of(header);
    }

    /** Returns the cookies whose names begin like this, as they were set. */
    public List<SetCookie> startingWith(String prefix) {
        return cookies.stream()
                .map(Stored::cookie)
                .filter(cookie -> cookie.name().startsWith(prefix))
                .toList();
    }

    /** Puts another value into the cookie of this name. */
    public void tamper(String name, String value) {
        cookies.replaceAll(stored -> stored.cookie().name().equals(name)
                ? new Stored(
                        stored.host(),
                        stored.path(),
                        new SetCookie(name, value, stored.cookie().attributes()))
                : stored);
    }

    /** Forgets the cookies whose names do not begin like this. */
    public void keepOnly(String prefix) {
        cookies.removeIf(stored -> !stored.cookie().name().startsWith(prefix));
    }

    /** Forgets the cookies whose names begin like this. */
    public void drop(String prefix) {
        cookies.removeIf(stored -> stored.cookie().name().startsWith(prefix));
    }

    /** Returns a copy, as of a thief or of a second look at the same moment. */
    CookieJar copy() {
        CookieJar copy = new CookieJar();
        copy.cookies.addAll(cookies);
        return copy;
    }
}
