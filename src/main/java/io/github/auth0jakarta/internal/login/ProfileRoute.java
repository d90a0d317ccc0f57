package io.github.auth0jakarta.internal.login;

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

    public ProfileRoute(SessionAuthentication sessions, StrictJson json) {
        this.sessions = sessions;
        this.json = json;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            Route.methodNotAllowed(request, response, "GET, HEAD");
            return;
        }
        Answers.noStore(request, response);
        Caller caller = sessions.caller(request, response);
        if (caller == null) {
            Answers.json(
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "{\"error\":\"login_required\",\"code\":\"session.missing\"}");
            return;
        }
        Map<String, Object> profile = new TreeMap<>(caller.claims());
        profile.keySet().removeAll(PROTOCOL);
        Answers.json(response, HttpServletResponse.SC_OK, json.writeObject(profile));
    }
}
