package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.RequiresOrganization;
import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;

/** Checks {@code @RequiresOrganization} on beans. */
@Interceptor
@RequiresOrganization
@Priority(RequirementInterceptor.PRIORITY + 1)
public class OrganizationInterceptor extends RequirementInterceptor {
    private static final long serialVersionUID = 1L;

    public OrganizationInterceptor() {
        super(RequiresOrganization.class);
    }
}
