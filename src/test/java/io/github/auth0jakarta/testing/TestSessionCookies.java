package io.github.auth0jakarta.testing;

import io.github.auth0jakarta.internal.config.CookieSecret;
import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.internal.session.ChunkedCookie;
import io.github.auth0jakarta.internal.session.CookieAttributes;
import io.github.auth0jakarta.internal.session.CookieSeal;
import io.github.auth0jakarta.internal.session.MemoryRevocationStore;
import io.github.auth0jakarta.internal.session.RecentSessions;
import io.github.auth0jakarta.internal.session.Revocations;
import io.github.auth0jakarta.internal.session.SessionCodec;
import io.github.auth0jakarta.internal.session.SessionCookies;
import io.github.auth0jakarta.internal.session.SessionLifetime;
import io.github.auth0jakarta.internal.session.SessionRules;
import io.github.auth0jakarta.spi.RevocationStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Session cookies of an application on plain loopback HTTP: a rolling day, three days at most. */
public final class TestSessionCookies {
    public static final String NAME = "__session";

    /** As the configuration has it by default. */
    public static final int PREFERRED_SIZE = 6_000;

    private TestSessionCookies() {}

    public static SessionCookies of(InstantSource clock, CookieSecret... secrets) {
        return new SessionCookies(
                new ChunkedCookie(NAME, new CookieAttributes("/", null, false, SameSite.LAX, true)),
                new CookieSeal(List.of(secrets), "session", "test", new SeededRandom(1)),
                new SessionCodec(new StrictJson()),
                rules(clock),
                new RecentSessions(clock),
                PREFERRED_SIZE);
    }

    /** Returns the rules for them, with a memory of revocations of their own. */
    public static SessionRules rules(InstantSource clock) {
        RevocationStore revocations = new MemoryRevocationStore(1_000, clock);
        return new SessionRules(
                new SessionLifetime(true, Duration.ofDays(3), Duration.ofDays(1)),
                new Revocations(() -> revocations, "https://tenant.example/", Duration.ofDays(3), clock),
                clock);
    }

    /** Returns those that are sealed with {@link TestSecrets#NEW}. */
    public static SessionCookies of(InstantSource clock) {
        return of(clock, TestSecrets.NEW);
    }
}
