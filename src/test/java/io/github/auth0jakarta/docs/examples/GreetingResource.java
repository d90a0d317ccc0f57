package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.Auth0Session;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

// tag::greeting
@Path("/greeting")
@RequestScoped
public class GreetingResource {

    @Inject
    private Auth0Session session;

    @GET
    @Produces("text/plain")
    @RolesAllowed("read:greetings")
    public String greet() {
        return "Hello " + session.claims().getOrDefault("name", "you");
    }
}
// end::greeting
