package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.Auth0Session.Source;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import org.eclipse.microprofile.jwt.JsonWebToken;

// tag::caller
@Named
@RequestScoped
public class CallerBean {

    @Inject
    private Auth0Session session;

    @Inject
    private SecurityContext securityContext;

    @Inject
    private JsonWebToken jwt;

    public String getEmail() {
        return session.claims().get("email") instanceof String email ? email : "";
    }

    public boolean isLoggedIn() {
        return session.source() == Source.LOGIN;
    }

    public boolean isAdmin() {
        return securityContext.isCallerInRole("admin");
    }

    public String getSubject() {
        return jwt.getSubject();
    }
}
// end::caller
