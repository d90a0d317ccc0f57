package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.RequiresStepUp;
import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;

/** Checks {@code @RequiresStepUp} on beans. */
@Interceptor
@RequiresStepUp
@Priority(RequirementInterceptor.PRIORITY + 4)
public class StepUpInterceptor extends RequirementInterceptor {
    private static final long serialVersionUID = 1L;

    public StepUpInterceptor() {
        super(RequiresStepUp.class);
    }
}
