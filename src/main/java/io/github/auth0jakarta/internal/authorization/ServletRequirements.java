package io.github.auth0jakarta.internal.authorization;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What callers need to pass to the servlets of an application, by the annotations of a servlet's class, of its {@code doGet},
 * {@code doPost} and so on, and of {@code service}.
 *
 * <p>Asked with the servlet that the container has chosen for a request, and not with its path, so no way to write a path leads
 * past it.
 */
public final class ServletRequirements {
    private static final Map<String, String> HANDLERS = Map.of(
            "GET", "doGet",
            "HEAD", "doHead",
            "POST", "doPost",
            "PUT", "doPut",
            "DELETE", "doDelete",
            "OPTIONS", "doOptions",
            "TRACE", "doTrace",
            "PATCH", "doPatch");
    private static final String OTHER_METHOD = "";

    private final Map<String, Map<String, Requirements>> byServlet = new ConcurrentHashMap<>();

    /** Returns what a caller needs to pass to the servlet that the container has chosen for a request. */
    public Requirements of(HttpServletRequest request) {
        String name = Objects.requireNonNullElse(request.getHttpServletMapping().getServletName(), "");
        Map<String, Requirements> byMethod =
                byServlet.computeIfAbsent(name, servlet -> read(request.getServletContext(), servlet));
        Requirements found = byMethod.get(request.getMethod());
        return found == null ? Objects.requireNonNull(byMethod.get(OTHER_METHOD)) : found;
    }

    private static Map<String, Requirements> read(ServletContext context, String servlet) {
        ServletRegistration registration = context.getServletRegistration(servlet);
        Class<?> type = registration == null ? null : load(context, registration.getClassName());
        return type == null ? Map.of(OTHER_METHOD, Requirements.of(null, Object.class)) : read(type);
    }

    /** A class that the application cannot see is the server's own. */
    private static @Nullable Class<?> load(ServletContext context, @Nullable String className) {
        try {
            return className == null ? null : Class.forName(className, false, context.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    static Map<String, Requirements> read(Class<?> type) {
        Method service = handler(type, "service");
        Map<String, Requirements> byMethod = new HashMap<>();
        byMethod.put(OTHER_METHOD, Requirements.of(service, type));
        HANDLERS.forEach((method, handler) -> byMethod.put(method, Requirements.of(handler(type, handler), type)));
        // Where there is no doHead, HttpServlet has doGet answer; and one that there is may ask it.
        Requirements get = Requirements.of(handler(type, "doGet"), type);
        byMethod.merge("HEAD", get, (head, both) -> handler(type, "doHead") == null ? both : head.and(both));
        if (service != null) {
            byMethod.replaceAll((method, found) -> found.and(Requirements.of(service, type)));
        }
        return Map.copyOf(byMethod);
    }

    private static @Nullable Method handler(Class<?> type, String name) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                .takeWhile(declaring -> declaring != HttpServlet.class)
                .map(declaring -> declared(declaring, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Method declared(Class<?> type, String name) {
        try {
            return type.getDeclaredMethod(name, HttpServletRequest.class, HttpServletResponse.class);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
