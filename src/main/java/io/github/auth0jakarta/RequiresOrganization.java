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
 * Lets only callers in who logged in to an organization, by Auth0's {@code org_id} or {@code org_name} claim; others get 403, an
 * {@link AccessDeniedException} with {@code authorization.organization_mismatch}.
 *
 * <p>On a Jakarta REST resource, a servlet, or a CDI bean; on a method instead of its class's. Anonymous callers are answered as
 * by {@code @RolesAllowed}: 401, or the login for a page.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresOrganization {

    /** Returns the ids ({@code org_...}) or names of the organizations that will do; none for any. */
    @Nonbinding
    String[] value() default {};
}
