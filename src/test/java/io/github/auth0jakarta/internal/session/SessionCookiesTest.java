package io.github.auth0jakarta.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestSecrets;
import io.github.auth0jakarta.testing.TestSessionCookies;
import io.github.auth0jakarta.testing.TestSessions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionCookiesTest {
    private static final SessionData DATA = TestSessions.complete();

    private final FixedTime time = new FixedTime();
    private final SessionCookies sessions = TestSessionCookies.of(time);
    private final Browser browser = new Browser();

    private void write(SessionCookies by, SessionData data) {
        browser.receive(by.write(data, browser.cookies()).orElseThrow());
    }

    @Test
    void restoreWhenWrittenThenTheSameWithTheTimeOfWriting() {
        write(sessions, DATA);
        assertThat(sessions.restore(browser.cookies()))
                .contains(new SessionCookies.Restored(
                        DATA.withUpdatedAt(FixedTime.START), FixedTime.START.plus(Duration.ofDays(1)), false));
    }

    @Test
    void restoreWhenThereIsNoCookieThenEmpty() {
        assertThat(sessions.restore(RequestCookies.NONE)).isEmpty();
    }

    @Test
    void restoreWhenTheCookieIsNotOursThenEmpty() {
        RequestCookies garbage = new RequestCookies(List.of(Map.entry(TestSessionCookies.NAME, "garbage")));
        assertThat(sessions.restore(garbage)).isEmpty();
    }

    @Test
    void restoreWhenSealedByAStrangerThenEmpty() {
        write(TestSessionCookies.of(time, TestSecrets.OLD), DATA);
        assertThat(sessions.restore(browser.cookies())).isEmpty();
    }

    @Test
    void restoreWhenSealedByAnOldSecretThenToBeWrittenAgain() {
        write(TestSessionCookies.of(time, TestSecrets.OLD), DATA);
        SessionCookies rotated = TestSessionCookies.of(time, TestSecrets.NEW, TestSecrets.OLD);

        assertThat(rotated.restore(browser.cookies()).orElseThrow().writeDue()).isTrue();

        write(rotated, DATA);
        assertThat(rotated.restore(browser.cookies()).orElseThrow().writeDue()).isFalse();
        assertThat(sessions.restore(browser.cookies())).isPresent();
    }

    @Test
    void restoreWhenUsedAfterAMinuteThenToBeWrittenAgain() {
        write(sessions, DATA);
        time.advance(Duration.ofSeconds(59));
        assertThat(sessions.restore(browser.cookies()).orElseThrow().writeDue()).isFalse();
        time.advance(Duration.ofSeconds(1));
        assertThat(sessions.restore(browser.cookies()).orElseThrow().writeDue()).isTrue();
    }

    @Test
    void restoreWhenUnusedForADayThenEmptyEvenIfTheBrowserKeptTheCookie() {
        write(sessions, DATA);
        time.advance(Duration.ofDays(1).minusSeconds(1));
        assertThat(sessions.restore(browser.cookies())).isPresent();
        time.advance(Duration.ofSeconds(1));
        assertThat(sessions.restore(browser.cookies())).isEmpty();
    }

    @Test
    void restoreWhenUsedAllTheTimeThenItEndsThreeDaysAfterTheLogin() {
        write(sessions, DATA);
        while (time.instant().isBefore(TestSessions.LOGIN_TIME.plus(Duration.ofDays(3)))) {
            SessionData restored =
                    sessions.restore(browser.cookies()).orElseThrow().data();
            write(sessions, restored);
            time.advance(Duration.ofHours(1));
        }
        assertThat(sessions.restore(browser.cookies())).isEmpty();
    }

    @Test
    void writeWhenTooLargeThenEmpty() {
        SessionData data = TestSessions.of(
                "x".repeat(14_000), List.of(), null, "ada", Set.of(), null, time.instant(), time.instant());
        assertThat(sessions.write(data, RequestCookies.NONE)).isEmpty();
    }

    @Test
    void clearWhenTheBrowserCarriesASessionThenNothingIsLeft() {
        write(sessions, DATA);
        browser.receive(sessions.clear(browser.cookies()));
        assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
    }
}
