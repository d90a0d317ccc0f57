package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.internal.web.ApplicationAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the API and its metadata are, by configuration; a request tells no more than which of several configured addresses it
 * came to.
 */
final class ResourceMetadataAddress {
    private final String route;
    private final @Nullable ApplicationAddress application;

    /**
     * @param route the path of the metadata within the application
     * @param application where clients reach the application, null where that is not known
     */
    ResourceMetadataAddress(String route, @Nullable ApplicationAddress application) {
        this.route = route;
        this.application = application;
    }

    /** Returns the base URL of the application, null where it is not known for this request. */
    @Nullable
    String baseUrl(HttpServletRequest request) {
        return application == null ? null : application.baseUrl(request);
    }

    /**
     * Returns the address of the metadata of a resource.
     *
     * <p>It is that of RFC 9728, 3.1, where the application has the host for itself. Where its address has a path, it is within
     * the application, because nothing else of the host is ours.
     */
    String metadata(HttpServletRequest request, String resource) {
        String baseUrl = baseUrl(request);
        String base = baseUrl == null ? origin(resource) + request.getContextPath() : baseUrl;
        return URI.create(base).getRawPath().isEmpty() ? base + route + path(resource) : base + route;
    }

    /** Returns whether a path is that of metadata, of whatever resource. */
    boolean isRoute(HttpServletRequest request) {
        return withoutSlash(ApplicationAddress.path(request)).equals(route);
    }

    /** Returns whether a path is that of the metadata of this resource, with its path behind the route (RFC 9728, 3.1). */
    boolean isRouteOf(HttpServletRequest request, String resource) {
        return withoutSlash(ApplicationAddress.path(request)).equals(withoutSlash(route + path(resource)));
    }

    /** Returns whether a path may be that of the metadata of some resource; cheap, for every request is asked. */
    boolean isBelowRoute(HttpServletRequest request) {
        return ApplicationAddress.path(request).startsWith(route + "/");
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** A slash behind the host is left out (RFC 9728, 3.1). */
    private static String path(String url) {
        String path = URI.create(url).getRawPath();
        return path.equals("/") ? "" : path;
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
