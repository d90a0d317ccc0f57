package io.github.auth0jakarta.tenant;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The browsers that have logged in, by cookie. */
public final class SsoSessions {

    private final Expiring<SsoSession> sessions;
    private final LogoutSender logouts;
    private final Randomness randomness;
    private final InstantSource clock;
    private final TenantSettings settings;
    private final String cookieName;

    SsoSessions(LogoutSender logouts, Randomness randomness, InstantSource clock, TenantSettings settings, int port) {
        this.sessions = new Expiring<>(clock);
        this.logouts = logouts;
        this.randomness = randomness;
        this.clock = clock;
        this.settings = settings;
        // Cookies do not know ports: the name keeps tenants and applications on one host apart.
        this.cookieName = "tenant_sso_" + port;
    }

    /** Ends the session with that sid, or all sessions of the user with that sub, and has their clients told; returns how many ended. */
    public int end(String sidOrSub) {
        List<SsoSession> ended = sessions.removeIf(
                session -> session.sid().equals(sidOrSub) || session.sub().equals(sidOrSub));
        ended.forEach(logouts::ended);
        return ended.size();
    }

    @Nullable
    SsoSession find(Request request) {
        return request.cookies(cookieName).stream()
                .map(sessions::find)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A session with the cookie that stands for it. */
    record Started(SsoSession session, String cookie) {}

    /** Starts a session with a new cookie; one that the browser had before is forgotten, and nobody told. */
    Started start(Request request, User user) {
        return start(request, user, null);
    }

    /**
     * Starts a session in which somebody acts for the user.
     *
     * @param actor the sub of who does, null for nobody
     */
    Started start(Request request, User user, @Nullable String actor) {
        request.cookies(cookieName).forEach(sessions::take);
        String value = randomness.token();
        SsoSession session = SsoSession.begin(
                        randomness.id(), user.sub(), clock.instant().truncatedTo(ChronoUnit.SECONDS))
                .actedBy(actor);
        sessions.put(value, session, settings.ssoLifetime());
        return new Started(session, cookieName + "=" + value + "; Path=/; HttpOnly; SameSite=Lax");
    }

    /** Notes that the browser's user has used a second factor. */
    SsoSession stepUp(Request request, SsoSession session) {
        SsoSession stronger = session.steppedUp();
        request.cookies(cookieName).stream()
                .filter(value -> session.equals(sessions.find(value)))
                .forEach(value -> sessions.put(value, stronger, settings.ssoLifetime()));
        return stronger;
    }

    /** Ends the browser's session, if it has one, has its clients told and the answer delete its cookie. */
    Response end(Request request, Response response) {
        for (String value : request.cookies(cookieName)) {
            SsoSession ended = sessions.take(value);
            if (ended != null) {
                logouts.ended(ended);
            }
        }
        return response.withCookie(cookieName + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    }
}
