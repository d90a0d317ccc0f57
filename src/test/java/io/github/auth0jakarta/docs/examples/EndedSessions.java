package io.github.auth0jakarta.docs.examples;

import io.github.auth0jakarta.event.LoggedOut;
import io.github.auth0jakarta.event.SessionRevoked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

// tag::events
@ApplicationScoped
public class EndedSessions {
    private static final Logger AUDIT = System.getLogger("audit");

    void loggedOut(@Observes LoggedOut event) {
        AUDIT.log(Level.INFO, "{0} logged out: {1}", event.subject(), event.reason());
    }

    void revoked(@Observes SessionRevoked event) {
        AUDIT.log(Level.INFO, "The provider ended session {0} of {1}", event.sid(), event.subject());
    }
}
// end::events
