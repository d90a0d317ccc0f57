package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0Session;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.session.Sessions;
import io.github.auth0jakarta.internal.session.StoredIdToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Restores the caller of a session, on every request anew; the container's own session is not relied on. */
public final class SessionAuthentication {
    private final Sessions sessions;
    private final StoredIdToken idTokens;
    private final RequestSession.Use use;

    /**
     * @param use whether a request prolongs its session
     */
    public SessionAuthentication(Sessions sessions, StoredIdToken idTokens, RequestSession.Use use) {
        this.sessions = sessions;
        this.idTokens = idTokens;
        this.use = use;
    }

    /**
     * Returns the caller whose session the request carries, null where it carries none.
     *
     * @throws io.github.auth0jakarta.LoginException {@code session.store_unavailable} where nobody can tell
     */
    public @Nullable Caller caller(HttpServletRequest request, HttpServletResponse response) {
        RequestSession session = RequestSession.restore(sessions, request, response, use);
        if (session == null) {
            return null;
        }
        SessionData data = session.data();
        Map<String, Object> claims = idTokens.claims(data.idToken());
        return claims == null
                ? null
                : new Caller(
                        Auth0Session.Source.LOGIN,
                        data.callerName(),
                        data.groups(),
                        visible(claims, data.login().hiddenClaims()),
                        data.idToken(),
                        session.endsAt());
    }

    /** Who the caller is cannot be hidden. */
    private static Map<String, Object> visible(Map<String, Object> claims, Set<String> hidden) {
        if (hidden.isEmpty()) {
            return claims;
        }
        Map<String, Object> visible = new TreeMap<>(claims);
        visible.keySet().removeIf(name -> hidden.contains(name) && !name.equals("sub"));
        return visible;
    }
}
