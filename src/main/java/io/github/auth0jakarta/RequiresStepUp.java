package io.github.auth0jakarta;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only callers in who logged in strongly and recently enough; others get 401 with
 * {@code insufficient_user_authentication} (RFC 9470), and on a page the login that would do, an {@link AccessDeniedException}
 * with {@code authorization.step_up_required}.
 *
 * <p>On a Jakarta REST resource, a servlet, or a CDI bean; on a method instead of its class's. Anonymous callers are answered as
 * by {@code @RolesAllowed}: 401, or the login for a page.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresStepUp {

    /** Returns the authentication context classes of which the {@code acr} claim has to be one; none for any. */
    @Nonbinding
    String[] acr() default {};

    /** Returns how many seconds ago the caller may have logged in, by the {@code auth_time} claim; negative for any time. */
    @Nonbinding
    long maxAge() default -1;
}
