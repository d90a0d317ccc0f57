package io.github.auth0jakarta.tenant;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The browsers that have logged in, by cookie. */
final class SsoSessions {

    private final Expiring<SsoSession> sessions;
    private final Randomness randomness;
    private final InstantSource clock;
    private final TenantSettings settings;
    private final String cookieName;

    SsoSessions(Randomness randomness, InstantSource clock, TenantSettings settings, int port) {
        this.sessions = new Expiring<>(clock);
        this.randomness = randomness;
        this.clock = clock;
        this.settings = settings;
        // Cookies do not know ports: the name keeps tenants and applications on one host apart.
        this.cookieName = "tenant_sso_" + port;
    }

    @Nullable
    SsoSession find(Request request) {
        for (String value : request.cookies(cookieName)) {
            SsoSession session = sessions.find(value);
            if (session != null) {
                return session;
            }
        }
        return null;
    }

    /** A session with the cookie that stands for it. */
    record Started(SsoSession session, String cookie) {}

    /** Starts a session with a new cookie; one that the browser had before ends. */
    Started start(Request request, User user) {
        remove(request);
        String value = randomness.token();
        SsoSession session =
                new SsoSession(randomness.id(), user.sub(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        sessions.put(value, session, settings.ssoLifetime());
        return new Started(session, cookieName + "=" + value + "; Path=/; HttpOnly; SameSite=Lax");
    }

    /** Ends the browser's session, if it has one, and has the answer delete its cookie. */
    Response end(Request request, Response response) {
        remove(request);
        return response.withCookie(cookieName + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    }

    private void remove(Request request) {
        request.cookies(cookieName).forEach(sessions::take);
    }
}
