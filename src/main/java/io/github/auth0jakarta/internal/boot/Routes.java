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
    private final Conditional others;

    /** Finds a route where an address is ours for some requests only. */
    @FunctionalInterface
    interface Conditional {
        /** Returns the route that has to answer this request, null where it is none of ours; changes nothing. */
        @Nullable
        Route find(HttpServletRequest request);
    }

    Routes(Map<String, Route> byPath, Conditional others) {
        this.byPath = Map.copyOf(byPath);
        this.others = others;
    }

    /** Returns the route that has to answer this request, null where it is none of ours. */
    @Nullable
    Route find(HttpServletRequest request) {
        String path = ApplicationAddress.path(request);
        boolean slash = path.length() > 1 && path.endsWith("/");
        Route route = byPath.get(slash ? path.substring(0, path.length() - 1) : path);
        return route == null ? others.find(request) : route;
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
