package io.github.auth0jakarta.internal.boot;

import io.github.auth0jakarta.internal.config.Auth0Config;
import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.internal.session.ChunkedCookie;
import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.session.MemoryRevocationStore;
import io.github.auth0jakarta.internal.session.MemorySessionStore;
import io.github.auth0jakarta.internal.session.RecentSessions;
import io.github.auth0jakarta.internal.session.Revocations;
import io.github.auth0jakarta.internal.session.SessionCodec;
import io.github.auth0jakarta.internal.session.SessionCookies;
import io.github.auth0jakarta.internal.session.SessionLifetime;
import io.github.auth0jakarta.internal.session.SessionRules;
import io.github.auth0jakarta.internal.session.Sessions;
import io.github.auth0jakarta.internal.session.StoredSessions;
import io.github.auth0jakarta.spi.RevocationStore;
import io.github.auth0jakarta.spi.SessionStore;
import java.security.SecureRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The part of the object graph that keeps sessions, and seals what the browser keeps for us. */
final class SessionParts {
    private final String issuer;
    private final Auth0Config.Login config;
    private final ProviderParts provider;
    private final SecureRandom random;
    private final RecentSessions recentSessions;
    private final MemoryRevocationStore memoryRevocations;
    private final Revocations revocations;
    private final @Nullable Supplier<SessionStore> store;
    private final Sessions sessions;

    SessionParts(String issuer, Auth0Config.Login config, ProviderParts provider, SecureRandom random) {
        this.issuer = issuer;
        this.config = config;
        this.provider = provider;
        this.random = random;
        this.recentSessions = new RecentSessions(provider.clock());
        this.memoryRevocations = new MemoryRevocationStore(MemoryRevocationStore.MAXIMUM, provider.clock());
        this.revocations = newRevocations();
        this.store = store(config.session());
        this.sessions = newSessions();
    }

    private Revocations newRevocations() {
        return new Revocations(
                ApplicationBeans.oneOr(RevocationStore.class, memoryRevocations),
                issuer,
                config.session().absoluteDuration(),
                provider.clock());
    }

    private Sessions newSessions() {
        Auth0Config.Session session = config.session();
        SessionCodec codec = new SessionCodec(provider.json());
        SessionLifetime lifetime =
                new SessionLifetime(session.rolling(), session.absoluteDuration(), session.inactivityDuration());
        SessionRules rules = new SessionRules(lifetime, revocations, provider.clock());
        if (store == null) {
            return new SessionCookies(
                    sessionCookie(),
                    seal("session"),
                    codec,
                    rules,
                    recentSessions,
                    session.cookie().preferredSize());
        }
        return new StoredSessions(
                sessionCookie(),
                seal("session id"),
                new CookieSeal(
                        config.secrets(), "stored session", application(), random, StoredSessions.MAX_CHARACTERS),
                codec,
                rules,
                store,
                issuer);
    }

    private @Nullable Supplier<SessionStore> store(Auth0Config.Session session) {
        return switch (session.store()) {
            case COOKIE -> null;
            case BEAN -> ApplicationBeans.one(SessionStore.class);
            case MEMORY -> {
                SessionStore memory = new MemorySessionStore(session.memoryMaximum(), provider.clock());
                yield () -> memory;
            }
        };
    }

    private ChunkedCookie sessionCookie() {
        Auth0Config.Cookie cookie = config.session().cookie();
        return new ChunkedCookie(
                cookie.name(),
                new CookieAttributes(
                        cookie.path(), cookie.domain(), cookie.secure(), cookie.sameSite(), !cookie.temporary()));
    }

    CookieSeal seal(String purpose) {
        return new CookieSeal(config.secrets(), purpose, application(), random);
    }

    /** Tells it from others with the same secret. */
    private String application() {
        return issuer + " " + config.client().id();
    }

    /** Lax, because the answer is a navigation that another site began. */
    CookieAttributes navigationCookie() {
        return navigationCookie(SameSite.LAX, true);
    }

    /** Of the cookies around login and logout, which are never for other hosts. */
    CookieAttributes navigationCookie(SameSite sameSite, boolean persistent) {
        Auth0Config.Cookie cookie = config.session().cookie();
        return new CookieAttributes(cookie.path(), null, cookie.secure(), sameSite, persistent);
    }

    String sessionCookieName() {
        return sessionCookie().name();
    }

    Sessions sessions() {
        return sessions;
    }

    Revocations revocations() {
        return revocations;
    }

    /** Returns where sessions are kept on the server, null where they are in cookies. */
    @Nullable
    Supplier<SessionStore> store() {
        return store;
    }

    void dropCaches() {
        recentSessions.clear();
        memoryRevocations.clear();
    }
}
