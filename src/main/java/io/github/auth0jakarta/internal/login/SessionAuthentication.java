package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionCookies;
import io.github.auth0jakarta.internal.session.StoredIdToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Restores the caller of a session, on every request anew; the container's own session is not relied on. */
public final class SessionAuthentication {
    private final SessionCookies sessions;
    private final StoredIdToken idTokens;

    public SessionAuthentication(SessionCookies sessions, StoredIdToken idTokens) {
        this.sessions = sessions;
        this.idTokens = idTokens;
    }

    /** Returns the caller whose session the request carries, null where it carries none. */
    public @Nullable Caller caller(HttpServletRequest request, HttpServletResponse response) {
        SessionCookies.Restored restored = RequestSession.restore(sessions, request, response);
        if (restored == null) {
            return null;
        }
        String idToken = restored.data().idToken();
        Map<String, Object> claims = idTokens.claims(idToken);
        return claims == null
                ? null
                : new Caller(
                        Auth0Session.Source.LOGIN,
                        restored.data().callerName(),
                        restored.data().groups(),
                        claims,
                        idToken,
                        restored.endsAt());
    }
}
