package io.github.auth0jakarta.sample.agent.assistant;

import io.github.auth0jakarta.Auth0Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who is logged in: {@code ${user}} in the page. */
@Named
@RequestScoped
public class User {

    @Inject
    private Auth0Session session;

    public boolean isLoggedIn() {
        return session.source() == Auth0Session.Source.LOGIN;
    }

    public String getName() {
        return String.valueOf(
                session.claims().getOrDefault("name", session.subject().orElse("")));
    }
}
