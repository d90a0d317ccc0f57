package io.github.auth0jakarta.tenant;

import java.time.Instant;

/**
 * A browser that has logged in at the tenant.
 *
 * @param sid the session's public name, in ID tokens; never the cookie's value
 * @param sub who logged in
 * @param authTime when the password was typed
 */
record SsoSession(String sid, String sub, Instant authTime) {}
