package io.github.auth0jakarta.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers reach the application, by configuration and never by a header that a client may set at will.
 */
public final class ApplicationAddress {
    private final List<URI> baseUrls;

    /**
     * @param baseUrls without trailing slash; empty only on the loopback interface, where the port tells
     */
    public ApplicationAddress(List<URI> baseUrls) {
        this.baseUrls = List.copyOf(baseUrls);
    }

    /** Returns the base URL, without trailing slash, that this request came to; null where it is not one of several. */
    public @Nullable String baseUrl(HttpServletRequest request) {
        if (baseUrls.isEmpty()) {
            return "http://localhost:" + request.getLocalPort() + request.getContextPath();
        }
        if (baseUrls.size() == 1) {
            return baseUrls.get(0).toString();
        }
        return baseUrls.stream()
                .filter(candidate -> isOrigin(candidate, request))
                .map(URI::toString)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOrigin(URI candidate, HttpServletRequest request) {
        return candidate.getScheme().equals(request.getScheme())
                && candidate.getHost().equalsIgnoreCase(request.getServerName())
                && port(candidate) == request.getServerPort();
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }

    /** Returns the path within the application, as the browser sent it. */
    public static String path(HttpServletRequest request) {
        String path = request.getRequestURI();
        String context = request.getContextPath();
        return path.startsWith(context) ? path.substring(context.length()) : path;
    }

    /** Returns path and query of a request, as a browser would have to ask for it at the base URL. */
    public static String pathAndQuery(HttpServletRequest request, String baseUrl) {
        String path = URI.create(baseUrl).getRawPath() + path(request);
        String query = request.getQueryString();
        return query == null ? path : path + "?" + query;
    }
}
