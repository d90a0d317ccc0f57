package io.github.auth0jakarta.internal.api;

import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.internal.caller.Auth0Principal;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.web.Challenger;
import io.github.auth0jakarta.internal.web.CurrentResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets only callers in who have one of the roles: 401 or the login for those who are not known, 403 for the others.
 *
 * <p>Comes before the server's own check, and lets that see the caller's groups as roles. A caller whom another mechanism
 * has authenticated is left to the server.
 */
@Priority(Priorities.AUTHENTICATION)
final class RolesAllowedFilter implements ContainerRequestFilter {
    private static final String ANY_CALLER = "**";
    private static final String SCOPE_GROUP = "SCOPE_";

    private final Set<String> roles;
    private final boolean page;

    RolesAllowedFilter(Set<String> roles, boolean page) {
        this.roles = roles;
        this.page = page;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Principal principal = context.getSecurityContext().getUserPrincipal();
        if (principal instanceof Auth0Principal ours) {
            CallerSecurityContext security = new CallerSecurityContext(context.getSecurityContext(), ours);
            context.setSecurityContext(security);
            if (roles.stream().noneMatch(security::isUserInRole)) {
                context.abortWith(forbidden(ours.caller()));
            }
        } else if (principal == null) {
            Instance<Challenger> challenger = CDI.current().select(Challenger.class);
            if (challenger.isResolvable()) {
                context.abortWith(challenge(challenger.get()));
            }
        }
    }

    private Response challenge(Challenger challenger) {
        HttpServletRequest request =
                CDI.current().select(HttpServletRequest.class).get();
        if (challenger.redirects(request, page)) {
            HttpServletResponse response = CurrentResponse.of(request);
            challenger.redirect(request, response);
            return Response.status(response.getStatus()).build();
        }
        return CDI.current()
                .select(Challenges.class)
                .get()
                .missingCredentials(request)
                .toResponse();
    }

    /** RFC 6750, 3.1: the scopes that would do. */
    private Response forbidden(Caller caller) {
        Set<String> scopes = new TreeSet<>();
        for (String role : roles) {
            if (role.startsWith(SCOPE_GROUP)) {
                scopes.add(role.substring(SCOPE_GROUP.length()));
            }
        }
        Response.ResponseBuilder answer = Response.status(Response.Status.FORBIDDEN)
                .header("Cache-Control", "no-store")
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity("{\"error\":\"" + (scopes.isEmpty() ? "forbidden" : "insufficient_scope") + "\"}");
        if (caller.source() == Auth0Session.Source.ACCESS_TOKEN && !scopes.isEmpty()) {
            answer.header(
                    "WWW-Authenticate",
                    "Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"" + String.join(" ", scopes) + "\"");
        }
        return answer.build();
    }

    /** The caller's groups are its roles, declared or not; those that the server maps otherwise count as well. */
    private record CallerSecurityContext(SecurityContext server, Auth0Principal principal) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return principal;
        }

        @Override
        public boolean isUserInRole(String role) {
            return role.equals(ANY_CALLER) || principal.caller().groups().contains(role) || server.isUserInRole(role);
        }

        @Override
        public boolean isSecure() {
            return server.isSecure();
        }

        @Override
        public String getAuthenticationScheme() {
            return server.getAuthenticationScheme();
        }
    }
}
