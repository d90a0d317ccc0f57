package io.github.auth0jakarta.it;

import io.github.auth0jakarta.event.LoggedIn;
import io.github.auth0jakarta.event.LoggedOut;
import io.github.auth0jakarta.event.LoginFailed;
import io.github.auth0jakarta.event.RefreshFailed;
import io.github.auth0jakarta.event.ReplayDetected;
import io.github.auth0jakarta.event.SessionRevoked;
import io.github.auth0jakarta.event.TokenRefreshed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application's observers of all events: keeps what each of them says. */
@ApplicationScoped
public class RecordedEvents {
    private final List<String> events = new CopyOnWriteArrayList<>();

    void loggedIn(@Observes LoggedIn event) {
        events.add("LoggedIn " + event.subject() + " " + event.callerName() + " " + (event.sid() == null ? "no" : "a")
                + " sid " + event.appState());
    }

    void loginFailed(@Observes LoginFailed event) {
        events.add("LoginFailed " + event.code().text() + " " + event.error());
    }

    void loggedOut(@Observes LoggedOut event) {
        events.add("LoggedOut " + event.reason() + " " + event.subject());
    }

    void tokenRefreshed(@Observes TokenRefreshed event) {
        events.add("TokenRefreshed " + event.subject() + " " + event.audience());
    }

    void refreshFailed(@Observes RefreshFailed event) {
        events.add("RefreshFailed " + event.subject() + " " + event.code().text());
    }

    void sessionRevoked(@Observes SessionRevoked event) {
        events.add("SessionRevoked " + event.subject() + " " + event.sid());
    }

    void replayDetected(@Observes ReplayDetected event) {
        events.add("ReplayDetected " + event.what());
    }

    /** Returns what has happened since this was asked last. */
    List<String> taken() {
        List<String> taken = List.copyOf(events);
        events.removeAll(taken);
        return taken;
    }
}
