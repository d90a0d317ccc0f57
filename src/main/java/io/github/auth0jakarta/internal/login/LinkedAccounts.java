package io.github.auth0jakarta.internal.login;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.InteractionRequiredException;
import io.github.auth0jakarta.LoginOptions;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionData;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;

/** Begins the logins by which Auth0 links another account to the caller's, or takes one off. */
public final class LinkedAccounts {
    private final LoginStart start;

    public LinkedAccounts(LoginStart start) {
        this.start = start;
    }

    /** Returns where the browser has to go so that an account of this connection is linked. */
    public URI link(
            HttpServletRequest request,
            HttpServletResponse response,
            String connection,
            String connectionScope,
            LoginOptions options) {
        SessionData session = session(request);
        return start.begin(
                request,
                response,
                options,
                new LoginStart.Linking(
                        session.login().subject(),
                        LinkParameters.link(connection, connectionScope, session.idToken())));
    }

    /** Returns where the browser has to go so that the account of this connection is taken off. */
    public URI unlink(
            HttpServletRequest request, HttpServletResponse response, String connection, LoginOptions options) {
        SessionData session = session(request);
        return start.begin(
                request,
                response,
                options,
                new LoginStart.Linking(
                        session.login().subject(), LinkParameters.unlink(connection, session.idToken())));
    }

    private static SessionData session(HttpServletRequest request) {
        RequestSession session = RequestSession.of(request);
        if (session == null) {
            throw new InteractionRequiredException(Auth0ErrorCode.SESSION_MISSING, "nobody is logged in");
        }
        return session.data();
    }
}
