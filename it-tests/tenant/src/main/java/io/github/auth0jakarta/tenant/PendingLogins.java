package io.github.auth0jakarta.tenant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The logins of which some form is on somebody's screen; a ticket is good for its form and its session only, so that no step is left out. */
final class PendingLogins {

    /**
     * A form that waits for its answer.
     *
     * @param path where it is posted to
     * @param sid the session that it belongs to, null before the password
     */
    private record Waiting(
            AuthorizationRequest request,
            String path,
            @Nullable String sid) {

        boolean isFor(String posted, @Nullable SsoSession session) {
            return path.equals(posted) && (sid == null || (session != null && sid.equals(session.sid())));
        }
    }

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Expiring<Waiting> forms;
    private final Randomness randomness;

    PendingLogins(Randomness randomness, InstantSource clock) {
        this.forms = new Expiring<>(clock);
        this.randomness = randomness;
    }

    /** Returns the ticket that the form to this path carries. */
    String add(AuthorizationRequest request, String path, @Nullable SsoSession session) {
        String ticket = randomness.token();
        forms.put(ticket, new Waiting(request, path, session == null ? null : session.sid()), LIFETIME);
        return ticket;
    }

    AuthorizationRequest get(String ticket, String path, @Nullable SsoSession session) {
        return found(forms.find(ticket), path, session);
    }

    /** Removes and returns the request: a form can be answered once. */
    AuthorizationRequest take(String ticket, String path, @Nullable SsoSession session) {
        get(ticket, path, session);
        return found(forms.take(ticket), path, session);
    }

    private static AuthorizationRequest found(@Nullable Waiting form, String path, @Nullable SsoSession session) {
        if (form == null || !form.isFor(path, session)) {
            throw new OAuthException(OAuth2Error.INVALID_REQUEST, "this login form is no longer valid");
        }
        return form.request();
    }
}
