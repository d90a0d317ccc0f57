package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.internal.api.PageResource;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Puts a {@link RequirementsFilter} before each Jakarta REST resource with {@code @RequiresScope} or one of its like.
 *
 * <p>The priority is one that nobody else has: of several features with the same one, RESTEasy keeps only the first.
 */
@Priority(Priorities.AUTHENTICATION + 718)
public final class RequirementsFeature implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Requirements requirements = Requirements.of(resource.getResourceMethod(), resource.getResourceClass());
        if (!requirements.isEmpty()) {
            context.register(new RequirementsFilter(requirements, PageResource.is(resource)));
        }
    }
}
