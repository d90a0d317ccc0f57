package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.RequiresPermission;
import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;

/** Checks {@code @RequiresPermission} on beans. */
@Interceptor
@RequiresPermission({})
@Priority(RequirementInterceptor.PRIORITY + 2)
public class PermissionInterceptor extends RequirementInterceptor {
    private static final long serialVersionUID = 1L;

    public PermissionInterceptor() {
        super(RequiresPermission.class);
    }
}
