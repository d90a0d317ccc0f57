package io.github.auth0jakarta.internal.api;

import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@link RolesAllowedFilter} before each Jakarta REST resource with {@code @RolesAllowed} or {@code @DenyAll}, and
 * keeps methods with {@code @PermitAll} open.
 *
 * <p>Left alone, WildFly ignores the annotations, and WildFly and Open Liberty answer 403 to a caller who has not even been
 * asked who it is.
 *
 * <p>The priority is one that nobody else has: of several features with the same one, RESTEasy keeps only the first.
 */
@Priority(Priorities.AUTHENTICATION + 717)
public final class RolesAllowedFeature implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Set<String> roles = roles(resource.getResourceMethod(), resource.getResourceClass());
        if (roles != null) {
            context.register(new RolesAllowedFilter(roles, PageResource.is(resource)));
        } else if (resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            OpenMethod.protect(context);
        }
    }

    /** Returns who is let in, null for everybody. The method's annotation counts, and where it has none its class's. */
    static @Nullable Set<String> roles(Method method, Class<?> resourceClass) {
        if (decides(method)) {
            return roles(method);
        }
        for (Class<?> type = resourceClass; type != null; type = type.getSuperclass()) {
            if (decides(type)) {
                return roles(type);
            }
        }
        return null;
    }

    private static boolean decides(AnnotatedElement element) {
        return element.isAnnotationPresent(RolesAllowed.class)
                || element.isAnnotationPresent(PermitAll.class)
                || element.isAnnotationPresent(DenyAll.class);
    }

    /** Of several annotations the strictest counts. */
    private static @Nullable Set<String> roles(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Set.of();
        }
        RolesAllowed rolesAllowed = element.getAnnotation(RolesAllowed.class);
        return rolesAllowed == null ? null : new TreeSet<>(Arrays.asList(rolesAllowed.value()));
    }
}
