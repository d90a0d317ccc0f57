package io.github.auth0jakarta.internal.session;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.spi.RevocationStore;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestSecrets;
import io.github.auth0jakarta.testing.TestSessionCookies;
import io.github.auth0jakarta.testing.TestSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where nobody can say whether a session has ended, its caller is neither logged in nor anonymous. */
class RevocationStoreDownTest {
    private final FixedTime time = new FixedTime();
    private final Store store = new Store(new MemoryRevocationStore(100, time));
    private final SessionCookies sessions = new SessionCookies(
            new ChunkedCookie(TestSessionCookies.NAME, new CookieAttributes("/", null, false, SameSite.LAX, true)),
            new CookieSeal(List.of(TestSecrets.NEW), "session", "test", new SeededRandom(1)),
            new SessionCodec(new StrictJson()),
            new SessionRules(
                    new SessionLifetime(true, Duration.ofDays(3), Duration.ofDays(1)),
                    new Revocations(() -> store, "https://tenant.example/", Duration.ofDays(3), time),
                    time),
            new RecentSessions(time),
            TestSessionCookies.PREFERRED_SIZE);
    private final Browser browser = new Browser();

    /** A store that is down when a test says so. */
    private static final class Store implements RevocationStore {
        private final RevocationStore memory;
        private boolean down;

        private Store(RevocationStore memory) {
            this.memory = memory;
        }

        private RevocationStore reached() {
            if (down) {
                throw new IllegalStateException("connection refused");
            }
            return memory;
        }

        @Override
        public void revoke(String key, Instant notIssuedAfter, Instant until) {
            reached().revoke(key, notIssuedAfter, until);
        }

        @Override
        public boolean isRevoked(String key, Instant issuedAt) {
            return reached().isRevoked(key, issuedAt);
        }

        @Override
        public boolean addIfAbsent(String key, Instant until) {
            return reached().addIfAbsent(key, until);
        }
    }

    @BeforeEach
    void logInBeforeTheStoreGoesDown() {
        browser.receive(sessions.begin(TestSessions.complete(), browser.cookies()));
        store.down = true;
    }

    @Test
    @Tag("F-18")
    void restoreWhenDownThenUnavailableAndRestoredAfterwards() {
        assertRefused(Auth0ErrorCode.SESSION_STORE_UNAVAILABLE, () -> sessions.restore(browser.cookies()));
        store.down = false;
        assertThat(sessions.restore(browser.cookies())).isPresent();
    }

    @Test
    @Tag("F-18")
    void restoreWhenDownThenTheCookieOfTheRequestIsNotDeleted() {
        FakeResponse response = new FakeResponse();
        assertRefused(
                Auth0ErrorCode.SESSION_STORE_UNAVAILABLE,
                () -> RequestSession.restore(
                        sessions,
                        FakeRequest.get("/page").cookies(browser.cookies()).servlet(),
                        response.servlet(),
                        use -> true));
        assertThat(response.setCookies()).isEmpty();
    }

    @Test
    void restoreWhenDownAndNoSessionIsCarriedThenAnonymous() {
        assertThat(sessions.restore(RequestCookies.NONE)).isEmpty();
    }

    @Test
    void writeWhenDownThenUnavailable() {
        SessionData data = TestSessions.complete();
        assertRefused(
                Auth0ErrorCode.SESSION_STORE_UNAVAILABLE,
                () -> sessions.write(data, session -> session, browser.cookies()));
        assertRefused(Auth0ErrorCode.SESSION_STORE_UNAVAILABLE, () -> sessions.newest(data));
    }

    @Test
    @Tag("F-18")
    void endWhenDownThenTheBrowserIsLoggedOutAllTheSame() {
        browser.receive(sessions.end(browser.cookies()));
        assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
    }
}
