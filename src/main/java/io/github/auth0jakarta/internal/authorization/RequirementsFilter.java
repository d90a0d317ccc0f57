package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.InteractionRequiredException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Lets only callers in who meet the requirements of a Jakarta REST resource; comes after the check of {@code @RolesAllowed}. */
@Priority(Priorities.AUTHENTICATION + 1)
final class RequirementsFilter implements ContainerRequestFilter {
    private final Requirements requirements;
    private final boolean page;

    RequirementsFilter(Requirements requirements, boolean page) {
        this.requirements = requirements;
        this.page = page;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        try {
            CDI.current().select(Authorization.class).get().check(requirements);
        } catch (AccessDeniedException | InteractionRequiredException e) {
            context.abortWith(ResourceAnswers.of(e, page));
        }
    }
}
