package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.internal.caller.Caller;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The profile route: the claims of the logged-in caller for a page's script, without any token. */
public final class ProfileRoute implements Route {
    /** Claims about the token rather than about the caller. */
    private static final Set<String> PROTOCOL =
            Set.of("iss", "aud", "exp", "iat", "nbf", "nonce", "at_hash", "c_hash", "azp", "auth_time", "sid", "jti");

    private final SessionAuthentication sessions;
    private final StrictJson json;
    private final boolean noContentWhenAnonymous;

    /**
     * @param noContentWhenAnonymous whether nobody logged in is no error
     */
    public ProfileRoute(SessionAuthentication sessions, StrictJson json, boolean noContentWhenAnonymous) {
        this.sessions = sessions;
        this.json = json;
        this.noContentWhenAnonymous = noContentWhenAnonymous;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            Route.methodNotAllowed(request, response, "GET, HEAD");
            return;
        }
        Answers.noStore(request, response);
        Caller caller;
        try {
            caller = sessions.caller(request, response);
        } catch (LoginException e) {
            Answers.error(request, response, e.code());
            return;
        }
        if (caller == null) {
            anonymous(response);
            return;
        }
        Map<String, Object> profile = new TreeMap<>(caller.claims());
        profile.keySet().removeAll(PROTOCOL);
        Answers.json(response, HttpServletResponse.SC_OK, json.writeObject(profile));
    }

    private void anonymous(HttpServletResponse response) throws IOException {
        if (noContentWhenAnonymous) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            response.flushBuffer();
        } else {
            Answers.json(
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "{\"error\":\"login_required\",\"code\":\"session.missing\"}");
        }
    }
}
