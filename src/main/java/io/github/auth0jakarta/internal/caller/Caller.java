package io.github.auth0jakarta.internal.caller;

import io.github.auth0jakarta.Auth0Session;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Who the caller is, by claims that were verified.
 *
 * @param token the text that the claims came in: an ID token (login) or an access token (API)
 * @param expiresAt when the session (login) or the access token (API) ends
 */
public record Caller(
        Auth0Session.Source source,
        String name,
        Set<String> groups,
        Map<String, Object> claims,
        String token,
        Instant expiresAt) {

    public Caller {
        groups = Set.copyOf(groups);
    }

    /** Returns the same caller with other groups. */
    public Caller withGroups(Set<String> newGroups) {
        return new Caller(source, name, newGroups, claims, token, expiresAt);
    }

    /** Says everything but claims and token. */
    @Override
    public String toString() {
        return "Caller[source=" + source + ", name=" + name + "]";
    }
}
