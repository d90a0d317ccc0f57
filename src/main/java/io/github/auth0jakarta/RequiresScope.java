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
 * Lets only callers in whose access token has all of these scopes (RFC 6750, 3.1); others get 403 with {@code insufficient_scope} and
 * the scopes, an {@link AccessDeniedException} with {@code authorization.scope_missing}.
 *
 * <p>On a Jakarta REST resource, a servlet, or a CDI bean; on a method instead of its class's. Anonymous callers are answered as
 * by {@code @RolesAllowed}: 401, or the login for a page.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresScope {

    /** Returns the scopes, each without white space; at least one. */
    @Nonbinding
    String[] value();
}
