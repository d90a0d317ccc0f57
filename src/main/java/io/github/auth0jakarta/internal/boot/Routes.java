package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.web.ApplicationAddress;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The library's own addresses within the application; each request is taken at most once. */
final class Routes {
    private static final String TAKEN = Routes.class.getName() + ".taken";

    private final Map<String, Route> byPath;

    Routes(Map<String, Route> byPath) {
        this.byPath = Map.copyOf(byPath);
    }

    /** Returns the route that has to answer this request, null where it is none of ours. */
    @Nullable
    Route find(HttpServletRequest request) {
        String path = ApplicationAddress.path(request);
        boolean slash = path.length() > 1 && path.endsWith("/");
        return byPath.get(slash ? path.substring(0, path.length() - 1) : path);
    }

    /** Remembers that a route answers this request. */
    static void take(HttpServletRequest request) {
        request.setAttribute(TAKEN, true);
    }

    /** Returns whether a route has answered this request already. */
    static boolean isTaken(HttpServletRequest request) {
        return request.getAttribute(TAKEN) != null;
    }
}
