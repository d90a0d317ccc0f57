package io.github.auth0jakarta.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The response that belongs to a request, for code that is only given the request.
 *
 * <p>Jersey leaves the {@code @Context} fields of a filter empty that a feature registers, and CDI has a bean for the request
 * only.
 */
public final class CurrentResponse {
    private static final String ATTRIBUTE = CurrentResponse.class.getName();

    private CurrentResponse() {}

    /** Remembers it. */
    public static void remember(HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(ATTRIBUTE, response);
    }

    /**
     * Returns it.
     *
     * @throws IllegalStateException where nobody has remembered one
     */
    public static HttpServletResponse of(HttpServletRequest request) {
        HttpServletResponse response = find(request);
        if (response != null) {
            return response;
        }
        throw new IllegalStateException("the request did not come through the library's filter");
    }

    /** Returns it, null where nobody has remembered one. */
    public static @Nullable HttpServletResponse find(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof HttpServletResponse response ? response : null;
    }
}
