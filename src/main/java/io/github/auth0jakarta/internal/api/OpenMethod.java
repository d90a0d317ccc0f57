package io.github.auth0jakarta.internal.api;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Keeps a Jakarta REST method with {@code @PermitAll} open to everybody.
 *
 * <p>Payara calls {@code SecurityContext.authenticate} before such a method, at the priority of authorization, and lets
 * everybody in whatever comes of it; but by then an anonymous caller would have been answered.
 */
public final class OpenMethod {
    private static final String ATTRIBUTE = OpenMethod.class.getName();

    private OpenMethod() {}

    static void protect(FeatureContext context) {
        context.register(new Begin());
        context.register(new End());
    }

    /** Returns whether nobody but the server can be asking for authentication. */
    public static boolean isBeingEntered(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    @Priority(Priorities.AUTHENTICATION)
    private static final class Begin implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext context) {
            context.setProperty(ATTRIBUTE, true);
        }
    }

    /** From here on it is the application that asks. */
    @Priority(Priorities.AUTHORIZATION + 1)
    private static final class End implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext context) {
            context.removeProperty(ATTRIBUTE);
        }
    }
}
