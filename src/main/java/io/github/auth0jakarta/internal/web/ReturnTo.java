package io.github.auth0jakarta.internal.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a browser goes after a login or a logout: the page that was asked for if that is one of ours, else the
 * start page, without a word.
 *
 * <p>Every answer is an absolute URL that begins with the text of an allowed origin, and what follows is nothing or
 * begins with {@code /}, {@code ?} or {@code #}; after that no browser reads any more of a host. The answer is visible
 * ASCII without a backslash, so it is the same to every browser and safe in a header. The other rules (no path that
 * resolves to {@code //}, nothing undecodable, no route of the library) keep applications and proxies out of trouble that
 * take such a URL apart again.
 */
public final class ReturnTo {

    private static final int MAX_CHARACTERS = 2_048;
    private static final String WILDCARD = "/*";

    private final Origin origin;
    private final String basePath;
    private final List<String> forbiddenPaths;
    private final List<String> otherOrigins;

    /**
     * Makes the decision for one application.
     *
     * @param appBaseUrl the application's own URL; its page is the default
     * @param forbiddenPaths the library's routes below the base URL, such as {@code /auth/login}, or {@code /auth/mfa/*}
     *     with all below it; there nobody wants to return to
     * @param otherOrigins further origins that an absolute URL may have; their scheme is that of the base URL
     */
    public ReturnTo(URI appBaseUrl, Set<String> forbiddenPaths, Set<URI> otherOrigins) {
        this.origin = Origin.of(appBaseUrl);
        this.basePath = withoutTrailingSlash(appBaseUrl.getRawPath());
        this.forbiddenPaths = forbiddenPaths.stream().map(this::matchedPath).toList();
        this.otherOrigins = otherOrigins.stream().map(this::otherOrigin).toList();
    }

    private String matchedPath(String route) {
        return UrlPath.parse(basePath + route)
                .orElseThrow(() -> new IllegalArgumentException("Not a path: " + route))
                .matched();
    }

    private String otherOrigin(URI url) {
        Origin other = Origin.of(url);
        if (!other.scheme().equals(origin.scheme())) {
            throw new IllegalArgumentException("Another scheme than that of the base URL");
        }
        return other.text();
    }

    private static String withoutTrailingSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Returns the URL for the {@code Location} header. */
    public String location(@Nullable String requested) {
        return accepted(requested).orElseGet(this::defaultLocation);
    }

    /** Returns the URL for the {@code Location} header; empty where nothing was asked for, or something unsafe. */
    public Optional<String> accepted(@Nullable String requested) {
        if (requested == null || requested.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        if (requested.startsWith("/")) {
            return allowed(origin.text(), requested);
        }
        if (isBelow(origin.text(), requested)) {
            return allowed(origin.text(), requested.substring(origin.text().length()));
        }
        return otherOrigins.stream()
                .filter(other -> isBelow(other, requested))
                .findFirst()
                .flatMap(other -> allowed(other, requested.substring(other.length())));
    }

    /** Returns the URL of the start page. */
    public String defaultLocation() {
        return origin.text() + basePath + "/";
    }

    private static boolean isBelow(String origin, String url) {
        return url.startsWith(origin)
                && (url.length() == origin.length() || "/?#".indexOf(url.charAt(origin.length())) >= 0);
    }

    private Optional<String> allowed(String ofOrigin, String rest) {
        return UrlText.encode(rest)
                .filter(encoded -> encoded.length() <= MAX_CHARACTERS)
                .filter(encoded -> isAllowedPath(ofOrigin, pathOf(encoded)))
                .map(encoded -> ofOrigin + encoded);
    }

    private boolean isAllowedPath(String ofOrigin, String path) {
        if (path.isEmpty()) {
            return true;
        }
        Optional<UrlPath> parsed = path.startsWith("//") ? Optional.empty() : UrlPath.parse(path);
        return parsed.filter(resolved -> !resolved.looksLikeAuthority())
                .filter(resolved -> !ofOrigin.equals(origin.text()) || !isForbidden(resolved.matched()))
                .isPresent();
    }

    private boolean isForbidden(String path) {
        return forbiddenPaths.stream()
                .anyMatch(forbidden -> forbidden.endsWith(WILDCARD)
                        ? (path + "/").startsWith(forbidden.substring(0, forbidden.length() - 1))
                        : path.equals(forbidden));
    }

    private static String pathOf(String encoded) {
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) == '?' || encoded.charAt(i) == '#') {
                return encoded.substring(0, i);
            }
        }
        return encoded;
    }
}
