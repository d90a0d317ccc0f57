package io.github.auth0jakarta.internal.web;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.Auth0Exception;
import io.github.auth0jakarta.AuthorizationServerException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Headers and bodies that answers of this library have in common. */
public final class Answers {
    private static final String RETRY_AFTER = "Retry-After";
    /** In seconds, where the provider does not say how long it has no time for us. */
    private static final String SOON = "5";

    /** The request attribute that says that the answer must stay out of caches, whatever the application sets later. */
    static final String NO_STORE = Answers.class.getName() + ".noStore";

    private Answers() {}

    /** Keeps the answer out of every cache (RFC 9111, 5.2.2.5). */
    public static void noStore(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "private, no-cache, no-store, must-revalidate, max-age=0");
        response.setHeader("Pragma", "no-cache");
        response.setHeader("Expires", "0");
        // Last, because from then on a NoStoreResponse takes none of these headers, ours included.
        request.setAttribute(NO_STORE, true);
    }

    /** Sets cookies, and keeps the answer out of every cache where there are any. */
    public static void setCookies(
            HttpServletRequest request, HttpServletResponse response, List<String> setCookieHeaders) {
        if (setCookieHeaders.isEmpty()) {
            return;
        }
        noStore(request, response);
        for (String header : setCookieHeaders) {
            response.addHeader("Set-Cookie", header);
        }
    }

    /**
     * Sends the browser elsewhere; the method becomes GET (302 for GET and HEAD, else 303).
     *
     * <p>The answer has a body, which nobody sees, because an empty one does not begin on Open Liberty.
     */
    public static void redirect(HttpServletRequest request, HttpServletResponse response, String location)
            throws IOException {
        noStore(request, response);
        boolean safe = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Location", location);
        body(
                response,
                safe ? HttpServletResponse.SC_FOUND : HttpServletResponse.SC_SEE_OTHER,
                "text/plain",
                "See the Location header.\n");
    }

    /** Answers with a JSON text. */
    public static void json(HttpServletResponse response, int status, String json) throws IOException {
        body(response, status, "application/json", json);
    }

    /** Answers a program with the code of a failure, and keeps that out of every cache. */
    public static void error(HttpServletRequest request, HttpServletResponse response, Auth0ErrorCode code)
            throws IOException {
        noStore(request, response);
        json(
                response,
                code.status(),
                "{\"error\":{\"code\":\"" + code.text() + "\",\"message\":\"" + code.meaning() + "\"}}");
    }

    /** Tells a caller who cannot be answered because of the provider's rate limit how long to wait, in whole seconds. */
    public static void retryAfter(HttpServletResponse response, Auth0Exception reason) {
        if (reason instanceof AuthorizationServerException refusal) {
            refusal.retryAfter()
                    .ifPresent(wait -> response.setHeader(RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds()))));
        }
    }

    /** Returns whether the answer must stay out of caches. */
    public static boolean isNoStore(HttpServletRequest request) {
        return request.getAttribute(NO_STORE) != null;
    }

    static void body(HttpServletResponse response, int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(contentType + ";charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(bytes.length);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE && !response.containsHeader(RETRY_AFTER)) {
            response.setHeader(RETRY_AFTER, SOON);
        }
        response.getOutputStream().write(bytes);
        // Begun, so that no server puts an error page of its own in its place.
        response.flushBuffer();
    }
}
