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
 * Lets only callers in who have all of these permissions, in Auth0's {@code permissions} claim; others get 403, an
 * {@link AccessDeniedException} with {@code authorization.permission_missing}.
 *
 * <p>On a Jakarta REST resource, a servlet, or a CDI bean; on a method instead of its class's. Anonymous callers are answered as
 * by {@code @RolesAllowed}: 401, or the login for a page.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresPermission {

    /** Returns the permissions; at least one. */
    @Nonbinding
    String[] value();
}
