package io.github.auth0jakarta.internal.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** A Jakarta REST resource that makes pages for people, by its {@code @Produces}. */
public final class PageResource {
    private PageResource() {}

    /** Returns whether the resource is one. */
    public static boolean is(ResourceInfo resource) {
        Produces produces = resource.getResourceMethod().getAnnotation(Produces.class);
        if (produces == null) {
            produces = resource.getResourceClass().getAnnotation(Produces.class);
        }
        List<String> types = produces == null ? List.of() : Arrays.asList(produces.value());
        return types.stream().anyMatch(type -> type.startsWith(MediaType.TEXT_HTML));
    }
}
