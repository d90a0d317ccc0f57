package io.github.auth0jakarta.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** One of the library's own addresses. */
@FunctionalInterface
public interface Route {

    /** Answers the request, completely. */
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Returns a route that passes on what a browser fetches by GET to be seen, and that nothing comes of otherwise. */
    static Route onlyGet(Route route) {
        return (request, response) -> {
            if (!request.getMethod().equals("GET")) {
                methodNotAllowed(request, response, "GET");
            } else if (RequestKind.isPrefetch(request)) {
                nothingYet(request, response);
            } else {
                route.handle(request, response);
            }
        };
    }

    /** Returns a route that passes on what is posted. */
    static Route onlyPost(Route route) {
        return (request, response) -> {
            if (request.getMethod().equals("POST")) {
                route.handle(request, response);
            } else {
                methodNotAllowed(request, response, "POST");
            }
        };
    }

    /** Answers that the address takes other methods. */
    static void methodNotAllowed(HttpServletRequest request, HttpServletResponse response, String allowed) {
        Answers.noStore(request, response);
        response.setHeader("Allow", allowed);
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    /** Answers a request that nobody waits for, such as a prefetch, without any effect. */
    static void nothingYet(HttpServletRequest request, HttpServletResponse response) {
        Answers.noStore(request, response);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
