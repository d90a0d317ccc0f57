package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.RequiresActor;
import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;

/** Checks {@code @RequiresActor} on beans. */
@Interceptor
@RequiresActor
@Priority(RequirementInterceptor.PRIORITY)
public class ActorInterceptor extends RequirementInterceptor {
    private static final long serialVersionUID = 1L;

    public ActorInterceptor() {
        super(RequiresActor.class);
    }
}
