package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.RequiresScope;
import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;

/** Checks {@code @RequiresScope} on beans. */
@Interceptor
@RequiresScope({})
@Priority(RequirementInterceptor.PRIORITY + 3)
public class ScopeInterceptor extends RequirementInterceptor {
    private static final long serialVersionUID = 1L;

    public ScopeInterceptor() {
        super(RequiresScope.class);
    }
}
