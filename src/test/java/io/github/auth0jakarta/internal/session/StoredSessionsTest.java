package io.github.auth0jakarta.internal.session;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.internal.config.CookieSecret;
import io.github.auth0jakarta.internal.config.SameSite;
import io.github.auth0jakarta.internal.json.StrictJson;
import io.github.auth0jakarta.spi.SessionStore;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FakeRequest;
import io.github.auth0jakarta.testing.FakeResponse;
import io.github.auth0jakarta.testing.FakeSessionStore;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.SeededRandom;
import io.github.auth0jakarta.testing.TestSecrets;
import io.github.auth0jakarta.testing.TestSessionCookies;
import io.github.auth0jakarta.testing.TestSessions;
import io.github.auth0jakarta.testing.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StoredSessionsTest {
    private final FixedTime time = new FixedTime();
    private final FakeSessionStore store = new FakeSessionStore();
    private final SessionRules rules = TestSessionCookies.rules(time);
    private final StoredSessions sessions = sessions(TestSecrets.NEW);
    private final Browser browser = new Browser();

    private StoredSessions sessions(CookieSecret... secrets) {
        return new StoredSessions(
                new ChunkedCookie(TestSessionCookies.NAME, new CookieAttributes("/", null, false, SameSite.LAX, true)),
                new CookieSeal(List.of(secrets), "session id", "test", new SeededRandom(1)),
                new CookieSeal(
                        List.of(secrets), "stored session", "test", new SeededRandom(2), StoredSessions.MAX_CHARACTERS),
                new SessionCodec(new StrictJson()),
                rules,
                () -> store,
                "https://tenant.example/");
    }

    private SessionData session(String id, String name) {
        SessionData like = TestSessions.of(
                "secret.id.token", List.of(), "secret-rt", name, Set.of(), "sid", time.instant(), time.instant());
        return new SessionData(id, like.login(), like.tokens(), like.attributes(), time.instant());
    }

    private void logIn(StoredSessions by, SessionData data) {
        browser.receive(by.begin(data, browser.cookies()));
    }

    private SessionData restored() {
        return sessions.restore(browser.cookies()).orElseThrow().data();
    }

    private void change(String content, long version) {
        store.entries.replaceAll((key, e) -> new SessionStore.Entry(
                content, version, e.expiresAt(), e.issuer(), e.subject(), e.sid(), e.issuedAt()));
    }

    @Test
    @Tag("SC-16")
    @Tag("SC-17")
    void beginWhenStoredThenTheStoreHasNeitherIdNorTokenAndTheCookieHasNoToken() {
        SessionData data = session("the-id-of-the-session", "ada");
        logIn(sessions, data);

        assertThat(restored()).isEqualTo(data);
        assertThat(store.entries).hasSize(1);
        store.entries.forEach((key, entry) -> {
            assertThat(key).hasSize(43).doesNotContain("the-id");
            assertThat(entry.content()).matches("[A-Za-z0-9_-]+");
            assertThat(entry.expiresAt()).isEqualTo(time.instant().plus(Duration.ofDays(1)));
            assertThat(entry.subject()).isEqualTo("ada");
            assertThat(entry.sid()).isEqualTo("sid");
            // What a dump of the store has makes no cookie.
            for (String value : List.of(key, entry.content())) {
                RequestCookies made = new RequestCookies(List.of(Map.entry(TestSessionCookies.NAME, value)));
                assertThat(sessions.restore(made)).isEmpty();
            }
        });
        assertThat(browser.cookies().first(TestSessionCookies.NAME).orElseThrow())
                .hasSizeLessThan(120);
    }

    @Test
    @Tag("F-45")
    void restoreWhenTheStoreHasAnotherCallersContentUnderTheKeyThenNobody() {
        logIn(sessions, session("id-of-ada", "ada"));
        String key = store.entries.keySet().iterator().next();
        new Browser().receive(sessions.begin(session("id-of-bob", "bob"), RequestCookies.NONE));
        SessionStore.Entry other = store.entries.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(key))
                .findFirst()
                .orElseThrow()
                .getValue();
        store.entries.put(key, other);
        assertThat(sessions.restore(browser.cookies())).isEmpty();
    }

    @Test
    @Tag("F-45")
    void restoreWhenTheContentIsOfAnotherVersionThenNobody() {
        logIn(sessions, session("id", "ada"));
        change(store.entries.values().iterator().next().content(), 2);
        assertThat(sessions.restore(browser.cookies())).isEmpty();
    }

    @Test
    @Tag("SC-06")
    void restoreWhenTheContentIsASerializedObjectThenNobody() {
        logIn(sessions, session("id", "ada"));
        change("rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA", 1);
        assertThat(sessions.restore(browser.cookies())).isEmpty();
    }

    @Test
    @Tag("CB-19")
    @Tag("SC-18")
    void beginWhenAnotherSessionIsCarriedThenItsEntryIsDeletedAndItsCookieWorthNothing() {
        logIn(sessions, session("first", "ada"));
        RequestCookies old = browser.cookies();
        logIn(sessions, session("second", "bob"));

        assertThat(store.entries).hasSize(1);
        assertThat(sessions.restore(old)).isEmpty();
        assertThat(restored().callerName()).isEqualTo("bob");
    }

    @Test
    @Tag("SC-14")
    @Tag("F-28")
    @Tag("F-29")
    void endWhenACopyOfTheCookieIsSentThenNobodyAndNoLateWriteBringsItBack() {
        logIn(sessions, session("id", "ada"));
        RequestCookies copy = browser.cookies();
        SessionData data = restored();

        browser.receive(sessions.end(browser.cookies()));

        assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
        assertThat(store.entries).isEmpty();
        assertThat(sessions.write(data, late -> late.withTokens(List.of(), "rt"), copy))
                .isEmpty();
        assertThat(sessions.roll(data, copy)).isEmpty();
        assertThat(sessions.restore(copy)).isEmpty();
        assertThat(store.entries).isEmpty();
    }

    @Test
    @Tag("F-21")
    void restoreWhenTheStoreHasLostEverythingThenNobodyAndTheCookieIsDeleted() {
        logIn(sessions, session("id", "ada"));
        store.entries.clear();
        FakeResponse response = new FakeResponse();
        assertThat(RequestSession.restore(
                        sessions,
                        FakeRequest.get("/").cookies(browser.cookies()).servlet(),
                        response.servlet(),
                        use -> true))
                .isNull();
        browser.receive(response.setCookies());
        assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
    }

    @Test
    @Tag("F-18")
    @Tag("F-20")
    void restoreWhenTheStoreIsDownThenNeitherAnonymousNorLoggedInAndRestoredAfterwards() {
        logIn(sessions, session("id", "ada"));
        store.down = true;
        assertRefused(Auth0ErrorCode.SESSION_STORE_UNAVAILABLE, () -> sessions.restore(browser.cookies()));
        assertRefused(
                Auth0ErrorCode.SESSION_STORE_UNAVAILABLE,
                () -> sessions.begin(session("next", "bob"), browser.cookies()));
        assertThat(sessions.restore(RequestCookies.NONE)).isEmpty();
        store.down = false;
        assertThat(restored().callerName()).isEqualTo("ada");
    }

    @Test
    @Tag("F-18")
    void endWhenTheStoreIsDownThenTheBrowserIsLoggedOutAllTheSame() {
        logIn(sessions, session("id", "ada"));
        store.down = true;
        browser.receive(sessions.end(browser.cookies()));
        assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
    }

    @Test
    @Tag("SC-23")
    void writeWhenManyRequestsChangeItAtOnceThenNoChangeIsLost() {
        logIn(sessions, session("id", "ada"));
        SessionData old = restored();
        AtomicLong number = new AtomicLong();
        Together.call(
                20,
                () -> {
                    String name = "a" + number.incrementAndGet();
                    return sessions.write(old, data -> with(data, name), browser.cookies())
                            .orElseThrow();
                },
                () -> {});
        assertThat(restored().attributes()).hasSize(20);
        assertThat(restored().version()).isEqualTo(21);
    }

    private static SessionData with(SessionData data, String name) {
        Map<String, Object> attributes = SessionAttributes.copy(data.attributes());
        attributes.put(name, true);
        return data.withAttributes(attributes);
    }

    @Test
    @Tag("SC-13")
    void rollWhenUsedThenEntryAndCookieLiveOnUntilTheAbsoluteEnd() {
        logIn(sessions, session("id", "ada"));
        for (int hour = 0; hour < 71; hour++) {
            time.advance(Duration.ofHours(1));
            assertThat(sessions.restore(browser.cookies()).orElseThrow().rollDue())
                    .isTrue();
            browser.receive(
                    sessions.roll(restored(), browser.cookies()).orElseThrow().setCookies());
        }
        store.entries.forEach(
                (key, entry) -> assertThat(entry.expiresAt()).isEqualTo(FixedTime.START.plus(Duration.ofDays(3))));
        time.advance(Duration.ofHours(1));
        assertThat(sessions.restore(browser.cookies())).isEmpty();
    }

    @Test
    @Tag("SC-09")
    @Tag("F-27")
    void reissueWhenSealedByAnOldSecretThenCookieAndEntryWithoutIt() {
        logIn(sessions(TestSecrets.OLD), session("id", "ada"));
        StoredSessions rotated = sessions(TestSecrets.NEW, TestSecrets.OLD);
        assertThat(sessions.restore(browser.cookies())).isEmpty();

        Sessions.Restored restored = rotated.restore(browser.cookies()).orElseThrow();
        assertThat(restored.reissueDue()).isTrue();
        browser.receive(rotated.reissue(restored.data(), browser.cookies())
                .orElseThrow()
                .setCookies());

        assertThat(sessions.restore(browser.cookies())).isPresent();
        assertThat(rotated.restore(browser.cookies()).orElseThrow().reissueDue())
                .isFalse();
    }

    @Test
    @Tag("SC-12")
    void restoreWhenTheCookieIsOneOfSessionsInCookiesThenNobodyAndDeleted() {
        browser.receive(TestSessionCookies.of(time).begin(session("id", "ada"), browser.cookies()));
        assertThat(sessions.restore(browser.cookies())).isEmpty();
        browser.receive(sessions.clear(browser.cookies()));
        assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
    }

    @Test
    void writeWhenTheAnswerHasBegunThenKeptAllTheSame() {
        logIn(sessions, session("id", "ada"));
        FakeRequest request = FakeRequest.get("/").cookies(browser.cookies());
        FakeResponse response = new FakeResponse();
        RequestSession session = Objects.requireNonNull(
                RequestSession.restore(sessions, request.servlet(), response.servlet(), use -> true));
        response.commit();
        session.writeAttributes(attributes -> attributes.put("a", 1));
        assertThat(restored().attributes()).containsExactly(Map.entry("a", 1L));
    }

    @Test
    @Tag("SC-10")
    void beginWhenFarTooLargeThenRefused() {
        SessionData large = session("id", "ada").withAttributes(Map.of("a", "x".repeat(StoredSessions.MAX_CHARACTERS)));
        assertRefused(Auth0ErrorCode.LOGIN_SESSION_TOO_LARGE, () -> sessions.begin(large, RequestCookies.NONE));
        assertThat(store.entries).isEmpty();
    }
}
