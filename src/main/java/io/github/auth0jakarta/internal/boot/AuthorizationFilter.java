package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.AccessDeniedException;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.internal.authorization.Authorization;
import io.github.auth0jakarta.internal.authorization.Requirements;
import io.github.auth0jakarta.internal.authorization.ServletRequirements;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets only callers come to a servlet who meet its requirements; servers differ in whether they intercept servlets.
 *
 * <p>Comes after the application's filters: one that answers a preflight request is not in its way, and the method of the
 * request is the one that the servlet will see.
 */
final class AuthorizationFilter implements Filter {
    private final ServletRequirements servlets = new ServletRequirements();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        Requirements requirements = servlets.of(http);
        if (requirements.isEmpty() || mayPass(requirements, http, (HttpServletResponse) response)) {
            chain.doFilter(request, response);
        }
    }

    private static boolean mayPass(Requirements requirements, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Authorization authorization = CDI.current().select(Authorization.class).get();
        try {
            authorization.check(requirements);
            return true;
        } catch (AccessDeniedException | InteractionRequiredException e) {
            authorization.answers().send(e, true, request, response);
            return false;
        }
    }
}
