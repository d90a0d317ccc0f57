package io.github.auth0jakarta.internal.api;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@link RolesAllowedFilter} before each Jakarta REST resource with {@code @RolesAllowed}.
 *
 * <p>Left alone, WildFly ignores the annotation, and WildFly and Open Liberty answer 403 to a caller who has not even been
 * asked who it is.
 */
public final class RolesAllowedFeature implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        RolesAllowed rolesAllowed = rolesAllowed(resource.getResourceMethod(), resource.getResourceClass());
        if (rolesAllowed != null) {
            context.register(new RolesAllowedFilter(Set.of(rolesAllowed.value()), isPage(resource)));
        }
    }

    /** The annotation of the method counts, and where it has none that of its class. */
    private static @Nullable RolesAllowed rolesAllowed(Method method, Class<?> resourceClass) {
        if (decides(method)) {
            return method.getAnnotation(RolesAllowed.class);
        }
        for (Class<?> type = resourceClass; type != null; type = type.getSuperclass()) {
            if (decides(type)) {
                return type.getAnnotation(RolesAllowed.class);
            }
        }
        return null;
    }

    private static boolean decides(AnnotatedElement element) {
        return element.isAnnotationPresent(RolesAllowed.class)
                || element.isAnnotationPresent(PermitAll.class)
                || element.isAnnotationPresent(DenyAll.class);
    }

    private static boolean isPage(ResourceInfo resource) {
        Produces produces = resource.getResourceMethod().getAnnotation(Produces.class);
        if (produces == null) {
            produces = resource.getResourceClass().getAnnotation(Produces.class);
        }
        List<String> types = produces == null ? List.of() : Arrays.asList(produces.value());
        return types.stream().anyMatch(type -> type.startsWith(MediaType.TEXT_HTML));
    }
}
