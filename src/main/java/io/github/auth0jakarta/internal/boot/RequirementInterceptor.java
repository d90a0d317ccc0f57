package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.authorization.Authorization;
import io.github.auth0jakarta.internal.authorization.Requirements;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.Servlet;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets only callers call a bean's method who meet its requirements of one kind.
 *
 * <p>One interceptor for all kinds would be bound only where all of them stand, hence a subclass for each. Before what the
 * application intercepts, transactions included: who may not pass starts none.
 *
 * <p>Servlets are left to {@link AuthorizationFilter}: WildFly would have the start and the end of one checked too, when there is no
 * caller.
 */
public abstract class RequirementInterceptor implements Serializable {
    static final int PRIORITY = Interceptor.Priority.LIBRARY_BEFORE - 900;

    private static final long serialVersionUID = 1L;

    /** Kept with the classes of the beans, so that it goes with them. */
    private static final ClassValue<Map<Bound, Requirements>> REQUIREMENTS = new ClassValue<>() {
        @Override
        protected Map<Bound, Requirements> computeValue(Class<?> owner) {
            return new ConcurrentHashMap<>();
        }
    };

    private final Class<? extends Annotation> type;

    private record Bound(Class<? extends Annotation> type, Method method) {

        Requirements on(Class<?> owner) {
            return Requirements.of(type, method, owner);
        }
    }

    RequirementInterceptor(Class<? extends Annotation> type) {
        this.type = type;
    }

    /** Asks the library before the bean. */
    @AroundInvoke
    public Object check(InvocationContext invocation) throws Exception {
        if (invocation.getTarget() instanceof Servlet) {
            return invocation.proceed();
        }
        Class<?> owner = invocation.getTarget().getClass();
        Requirements requirements = REQUIREMENTS
                .get(owner)
                .computeIfAbsent(new Bound(type, invocation.getMethod()), bound -> bound.on(owner));
        if (requirements.isEmpty()) {
            throw new IllegalStateException("@" + type.getSimpleName() + " is bound, but cannot be read");
        }
        CDI.current().select(Authorization.class).get().check(requirements);
        return invocation.proceed();
    }
}
