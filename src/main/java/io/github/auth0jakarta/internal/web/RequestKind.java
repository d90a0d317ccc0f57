package io.github.auth0jakarta.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person is waiting for a page or a program for an answer; only the former is ever redirected to a login.
 *
 * <p>Browsers say so in {@code Sec-Fetch-Mode} (Fetch Metadata); for others the method, {@code X-Requested-With} and
 * {@code Accept} tell.
 */
public enum RequestKind {
    /** A person waits for a page. */
    NAVIGATION,
    /** A script or another program waits for an answer. */
    PROGRAM,
    /** The request does not tell; what was asked for has to. */
    UNKNOWN;

    /** Returns the kind of a request. */
    public static RequestKind of(HttpServletRequest request) {
        String method = request.getMethod();
        if ((!method.equals("GET") && !method.equals("HEAD")) || isPrefetch(request)) {
            return PROGRAM;
        }
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) {
            return mode.equals("navigate") ? NAVIGATION : PROGRAM;
        }
        if (request.getHeader("X-Requested-With") != null) {
            return PROGRAM;
        }
        return ofAccept(request.getHeader("Accept"));
    }

    private static RequestKind ofAccept(@Nullable String accept) {
        if (accept == null) {
            return UNKNOWN;
        }
        String types = accept.toLowerCase(Locale.ROOT);
        if (types.contains("text/html") || types.contains("application/xhtml+xml")) {
            return NAVIGATION;
        }
        return types.contains("json") || types.contains("text/event-stream") ? PROGRAM : UNKNOWN;
    }

    /** Returns whether nobody looks at the answer yet, so that nothing may come of it. */
    public static boolean isPrefetch(HttpServletRequest request) {
        return names(request, "Sec-Purpose", "prefetch")
                || names(request, "Purpose", "prefetch")
                || names(request, "X-Moz", "prefetch");
    }

    private static boolean names(HttpServletRequest request, String header, String word) {
        String value = request.getHeader(header);
        return value != null && value.toLowerCase(Locale.ROOT).contains(word);
    }
}
