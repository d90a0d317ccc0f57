package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.LogoutOptions;
import io.github.auth0jakarta.LogoutService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

// tag::service
@Named
@RequestScoped
public class LogoutButton {

    @Inject
    private LogoutService logout;

    /** Logs out everywhere; the browser ends up on our page that says goodbye. */
    public void everywhere() {
        logout.redirect(LogoutOptions.defaults().withReturnTo("/goodbye").withFederated(true));
    }

    /** Ends the session here only; the next login may pass without a password. */
    public void here() {
        logout.logoutLocally();
    }
}
// end::service
