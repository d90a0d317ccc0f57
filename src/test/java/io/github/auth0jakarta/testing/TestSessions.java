package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.internal.session.SessionData;
import io.github.auth0jakarta.internal.session.StoredAccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sessions as a login leaves them. */
public final class TestSessions {

    public static final Instant LOGIN_TIME = Instant.parse("2026-11-21T10:00:00Z");

    private TestSessions() {}

    /** Returns a session that holds this and nothing else. */
    public static SessionData of(
            String idToken,
            List<StoredAccessToken> accessTokens,
            String refreshToken,
            String callerName,
            Set<String> groups,
            String sid,
            Instant createdAt,
            Instant updatedAt) {
        return new SessionData(
                "session-id",
                new SessionData.Login(
                        idToken, callerName, callerName, groups, sid, createdAt, createdAt, null, Set.of()),
                new SessionData.Tokens(accessTokens, refreshToken),
                Map.of(),
                updatedAt);
    }

    /** Returns a session with everything in it; its tokens contain the word {@code secret}. */
    public static SessionData complete() {
        return of(
                "secret.id.token",
                List.of(accessToken("https://api.example/"), accessToken(null)),
                "secret-refresh-token",
                "auth0|alice",
                Set.of("admin", "read:orders", "Österreich 😀"),
                "sid-1",
                LOGIN_TIME,
                LOGIN_TIME.plusSeconds(90));
    }

    /** Returns a session with as little in it as a provider may give. */
    public static SessionData least() {
        return of("secret.id.token", List.of(), null, "bob", Set.of(), null, LOGIN_TIME, LOGIN_TIME);
    }

    /** Returns a session that was written at this time, and began at {@link #LOGIN_TIME}. */
    public static SessionData updatedAt(Instant time) {
        return least().withUpdatedAt(time);
    }

    private static StoredAccessToken accessToken(String audience) {
        return new StoredAccessToken(
                "secret-access-token",
                "Bearer",
                audience,
                Set.of("openid", "read:orders", "write:orders"),
                Set.of("openid", "read:orders"),
                LOGIN_TIME.plusSeconds(3_600));
    }
}
