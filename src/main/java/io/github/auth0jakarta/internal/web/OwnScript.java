package io.github.auth0jakarta.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/**
 * Whether a request is that of a script of the application's own pages: by Fetch Metadata, or where an older browser does not
 * send it by {@code Origin} or a header that only a script of the same origin can set. A page that a person looks at is none.
 */
public final class OwnScript {
    private final ApplicationAddress address;

    public OwnScript(ApplicationAddress address) {
        this.address = address;
    }

    /** Returns whether it is. */
    public boolean sent(HttpServletRequest request) {
        if (RequestKind.of(request) == RequestKind.NAVIGATION || RequestKind.isPrefetch(request)) {
            return false;
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !isOwn(origin, request)) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null
                ? origin != null || request.getHeader("X-Requested-With") != null
                : site.equals("same-origin");
    }

    private boolean isOwn(String origin, HttpServletRequest request) {
        String base = address.baseUrl(request);
        if (base == null) {
            return false;
        }
        URI own = URI.create(base);
        return origin.equals(own.getScheme() + "://" + own.getRawAuthority());
    }
}
