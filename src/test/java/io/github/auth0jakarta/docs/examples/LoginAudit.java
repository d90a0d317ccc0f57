package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.event.LoggedIn;
import io.github.auth0jakarta.event.LoginFailed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

// tag::events
@ApplicationScoped
public class LoginAudit {
    private static final Logger AUDIT = System.getLogger("audit");

    void loggedIn(@Observes LoggedIn event) {
        AUDIT.log(
                Level.INFO,
                "{0} logged in, from {1}",
                event.subject(),
                event.appState().getOrDefault("campaign", "nowhere"));
    }

    void failed(@Observes LoginFailed event) {
        AUDIT.log(Level.WARNING, "A login failed: {0}", event.code().text());
    }
}
// end::events
