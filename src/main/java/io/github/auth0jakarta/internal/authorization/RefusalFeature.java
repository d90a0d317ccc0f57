package io.github.auth0jakarta.internal.authorization;

import io.github.auth0jakarta.AccessDeniedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Answers where a bean that a Jakarta REST resource called did not let its caller pass.
 *
 * <p>An application's mapper for the very same exception comes first, one for all of the library's does not. Where nobody is
 * known at all, the exception is one that applications have mappers for, and is left to those and to the library's filter.
 *
 * <p>The priority is one that nobody else has: of several features with the same one, RESTEasy keeps only the first.
 */
@Priority(Priorities.AUTHENTICATION + 719)
public final class RefusalFeature implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        context.register(new Denied(), Priorities.USER + 1);
        return true;
    }

    private static final class Denied implements ExceptionMapper<AccessDeniedException> {
        @Override
        public Response toResponse(AccessDeniedException refusal) {
            return ResourceAnswers.of(refusal, false);
        }
    }
}
