package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.Auth0Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

// tag::attributes
@Named
@RequestScoped
public class Preferences {

    @Inject
    private Auth0Session session;

    public String getTheme() {
        return session.attributes().get("theme") instanceof String theme ? theme : "light";
    }

    public void setTheme(String theme) {
        session.updateAttributes(data -> data.put("theme", theme));
    }
}
// end::attributes
