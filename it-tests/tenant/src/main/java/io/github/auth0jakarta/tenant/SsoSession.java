package io.github.auth0jakarta.tenant;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A browser that has logged in at the tenant.
 *
 * @param sid the session's public name, in ID tokens; never the cookie's value
 * @param sub who logged in
 * @param authTime when the password was typed
 * @param multiFactor whether a second factor was used
 * @param clients the ids of the clients that were let in, which hear of the end
 * @param actor the sub of who acts for the user, null for nobody
 */
record SsoSession(
        String sid,
        String sub,
        Instant authTime,
        boolean multiFactor,
        Set<String> clients,
        @Nullable String actor) {

    /** A session that began with a password and let nobody in yet. */
    static SsoSession begin(String sid, String sub, Instant authTime) {
        return new SsoSession(sid, sub, authTime, false, ConcurrentHashMap.newKeySet(), null);
    }

    /** The same session where somebody acts for the user. */
    SsoSession actedBy(@Nullable String sub) {
        return new SsoSession(sid, this.sub, authTime, multiFactor, clients, sub);
    }

    /** The same session after the second factor. */
    SsoSession steppedUp() {
        return new SsoSession(sid, sub, authTime, true, clients, actor);
    }
}
