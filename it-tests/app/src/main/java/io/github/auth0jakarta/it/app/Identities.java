package io.github.auth0jakarta.it.app;

import io.github.auth0jakarta.Auth0Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller's name by each of the ways in which an application can ask for it. */
@RequestScoped
public class Identities {

    @Inject
    private Auth0Session session;

    @Inject
    private SecurityContext securityContext;

    @Inject
    private JsonWebToken jsonWebToken;

    JsonObject describe(HttpServletRequest request) {
        return Json.createObjectBuilder()
                .add("source", session.source().name())
                .add("auth0Session", text(session.callerName().orElse(null)))
                .add("securityContext", name(securityContext.getCallerPrincipal()))
                .add("httpServletRequest", name(request.getUserPrincipal()))
                .add("jsonWebToken", text(jsonWebToken.getName()))
                .add("groups", Json.createArrayBuilder(new TreeSet<>(session.groups())))
                .add("admin", request.isUserInRole("admin") && securityContext.isCallerInRole("admin"))
                .add("containerSession", request.getSession(false) != null)
                .build();
    }

    private static JsonValue name(@Nullable Principal principal) {
        return text(principal == null ? null : principal.getName());
    }

    private static JsonValue text(@Nullable String value) {
        return value == null ? JsonValue.NULL : Json.createValue(value);
    }
}
