package io.github.auth0jakarta.internal.logout;

import io.github.auth0jakarta.LoginException;
import io.github.auth0jakarta.event.LoggedOut;
import io.github.auth0jakarta.internal.session.RequestCookies;
import io.github.auth0jakarta.internal.session.RequestSession;
import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.session.Sessions;
import io.github.auth0jakarta.internal.web.Answers;
import io.github.auth0jakarta.internal.web.Events;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ends what a browser has here, without asking anybody else: session, logins in flight, the container's session. */
public final class LocalLogout {
    private static final Logger LOGGER = System.getLogger(LocalLogout.class.getName());
    private static final String DONE = LocalLogout.class.getName() + ".done";

    private final String issuer;
    private final Sessions sessions;
    private final Function<RequestCookies, List<String>> loginsInFlight;
    private final Events events;
    private final InstantSource clock;

    /**
     * @param issuer whose sessions these are
     * @param loginsInFlight gives the {@code Set-Cookie} headers that end them
     */
    public LocalLogout(
            String issuer,
            Sessions sessions,
            Function<RequestCookies, List<String>> loginsInFlight,
            Events events,
            InstantSource clock) {
        this.issuer = issuer;
        this.sessions = sessions;
        this.loginsInFlight = loginsInFlight;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Ends it, once per request: {@code LogoutService} has the container log out as well, and that comes here again.
     *
     * @return the session that has ended, null where there was none
     */
    public @Nullable SessionData end(
            HttpServletRequest request, HttpServletResponse response, LoggedOut.Reason reason) {
        if (request.getAttribute(DONE) != null) {
            return null;
        }
        request.setAttribute(DONE, true);
        RequestCookies cookies = RequestCookies.of(request.getCookies());
        SessionData session = session(request, cookies);
        RequestSession.end(sessions, request, response);
        Answers.setCookies(request, response, loginsInFlight.apply(cookies));
        HttpSession containerSession = request.getSession(false);
        if (containerSession != null) {
            containerSession.invalidate();
        }
        if (session != null) {
            events.announce(new LoggedOut(reason, issuer, session.login().subject(), session.sid(), clock.instant()));
        }
        return session;
    }

    /**
     * The one that this request has changed, if it has, knows the latest refresh token. Where the store of sessions cannot
     * answer, nobody knows which one it was.
     */
    private @Nullable SessionData session(HttpServletRequest request, RequestCookies cookies) {
        RequestSession current = RequestSession.of(request);
        if (current != null) {
            return current.data();
        }
        try {
            return sessions.restore(cookies).map(Sessions.Restored::data).orElse(null);
        } catch (LoginException e) {
            LOGGER.log(
                    Level.WARNING, "A session that cannot be looked up ends in the browser only: {0}", e.getMessage());
            return null;
        }
    }
}
