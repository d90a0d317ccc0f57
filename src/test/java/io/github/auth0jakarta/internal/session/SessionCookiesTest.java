package io.github.auth0jakarta.internal.session;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.testing.Browser;
import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestSecrets;
import io.github.auth0jakarta.testing.TestSessionCookies;
import io.github.auth0jakarta.testing.TestSessions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionCookiesTest {
    private static final SessionData DATA = TestSessions.complete();

    private final FixedTime time = new FixedTime();
    private final SessionCookies sessions = TestSessionCookies.of(time);
    private final Browser browser = new Browser();

    private void write(SessionCookies by, SessionData data) {
        browser.receive(by.begin(data.withUpdatedAt(time.instant()), browser.cookies()));
    }

    @Test
    void restoreWhenWrittenThenTheSameWithTheTimeOfWriting() {
        write(sessions, DATA);
        assertThat(sessions.restore(browser.cookies()))
                .contains(new Sessions.Restored(DATA.withUpdatedAt(FixedTime.START), false, false));
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

    private void roll(SessionCookies by) {
        browser.receive(by.roll(by.restore(browser.cookies()).orElseThrow().data(), browser.cookies())
                .orElseThrow()
                .setCookies());
    }

    @Test
    @Tag("SC-09")
    @Tag("F-27")
    void restoreWhenSealedByAnOldSecretThenToBeIssuedAgainUntilTheSecretIsDropped() {
        write(TestSessionCookies.of(time, TestSecrets.OLD), DATA);
        SessionCookies rotated = TestSessionCookies.of(time, TestSecrets.NEW, TestSecrets.OLD);
        RequestCookies old = browser.cookies();

        Sessions.Restored restored = rotated.restore(old).orElseThrow();
        assertThat(restored.reissueDue()).isTrue();

        browser.receive(rotated.reissue(restored.data(), old).orElseThrow().setCookies());
        assertThat(rotated.restore(browser.cookies()).orElseThrow().reissueDue())
                .isFalse();
        assertThat(sessions.restore(browser.cookies())).isPresent();
        assertThat(sessions.restore(old)).isEmpty();
    }

    @Test
    @Tag("SC-21")
    void restoreWhenUsedAfterAMinuteThenToBeWrittenAgain() {
        write(sessions, DATA);
        time.advance(Duration.ofSeconds(59));
        assertThat(sessions.restore(browser.cookies()).orElseThrow().rollDue()).isFalse();
        time.advance(Duration.ofSeconds(1));
        assertThat(sessions.restore(browser.cookies()).orElseThrow().rollDue()).isTrue();
    }

    @Test
    @Tag("SC-13")
    void restoreWhenUnusedForADayThenEmptyEvenIfTheBrowserKeptTheCookie() {
        write(sessions, DATA);
        time.advance(Duration.ofDays(1).minusSeconds(1));
        assertThat(sessions.restore(browser.cookies())).isPresent();
        time.advance(Duration.ofSeconds(1));
        assertThat(sessions.restore(browser.cookies())).isEmpty();
    }

    @Test
    @Tag("SC-13")
    void restoreWhenUsedAllTheTimeThenItEndsThreeDaysAfterTheLogin() {
        write(sessions, DATA);
        while (time.instant().isBefore(TestSessions.LOGIN_TIME.plus(Duration.ofDays(3)))) {
            roll(sessions);
            time.advance(Duration.ofHours(1));
        }
        assertThat(sessions.restore(browser.cookies())).isEmpty();
    }

    private SessionData large(int idTokenLength) {
        return TestSessions.of(
                "x".repeat(idTokenLength), List.of(), null, "ada", Set.of(), null, time.instant(), time.instant());
    }

    @Test
    @Tag("SC-10")
    void beginWhenTooLargeThenRefused() {
        assertRefused(Auth0ErrorCode.LOGIN_SESSION_TOO_LARGE, () -> sessions.begin(large(14_000), RequestCookies.NONE));
    }

    @Test
    @Tag("SC-23")
    void writeWhenBasedOnAnOldContentThenMadeOnTheNewest() {
        write(sessions, large(100));
        SessionData old = sessions.restore(browser.cookies()).orElseThrow().data();
        RequestCookies carried = browser.cookies();
        assertThat(sessions.write(old, data -> data.withTokens(List.of(), "rotated"), carried))
                .isPresent();

        Sessions.Written late = sessions.write(old, data -> data.withAttributes(Map.of("a", 1L)), carried)
                .orElseThrow();
        Sessions.Written rolled = sessions.roll(old, carried).orElseThrow();

        assertThat(late.data().refreshToken()).isEqualTo("rotated");
        assertThat(late.data().version()).isEqualTo(3);
        assertThat(rolled.data()).isEqualTo(late.data());
        browser.receive(late.setCookies());
        assertThat(sessions.restore(browser.cookies()).orElseThrow().data()).isEqualTo(late.data());
    }

    @Test
    @Tag("SC-23")
    void restoreWhenTheCookieIsOldThenTheNewestContentAndToBeIssuedAgainForAMinute() {
        write(sessions, large(100));
        SessionData old = sessions.restore(browser.cookies()).orElseThrow().data();
        assertThat(sessions.write(old, data -> data.withTokens(List.of(), "rotated"), browser.cookies()))
                .isPresent();

        time.advance(Duration.ofSeconds(59));
        Sessions.Restored restored = sessions.restore(browser.cookies()).orElseThrow();
        assertThat(restored.data().refreshToken()).isEqualTo("rotated");
        assertThat(restored.reissueDue()).isTrue();
        time.advance(Duration.ofSeconds(1));
        assertThat(sessions.restore(browser.cookies()).orElseThrow().data()).isEqualTo(old);
    }

    @Test
    void writeWhenNothingChangesThenNoCookie() {
        write(sessions, large(100));
        SessionData data = sessions.restore(browser.cookies()).orElseThrow().data();
        assertThat(sessions.write(data, same -> same.withAttributes(Map.of()), browser.cookies()))
                .contains(new Sessions.Written(data, List.of()));
    }

    @Test
    @Tag("SC-15")
    @Tag("F-28")
    @Tag("F-29")
    void endWhenACopyOfTheCookieIsSentThenNobodyAndNoLateWriteBringsItBack() {
        write(sessions, large(9_000));
        RequestCookies copy = browser.cookies();
        SessionData data = sessions.restore(copy).orElseThrow().data();

        browser.receive(sessions.end(browser.cookies()));

        assertThat(browser.cookies()).isEqualTo(RequestCookies.NONE);
        assertThat(sessions.restore(copy)).isEmpty();
        assertThat(sessions.roll(data, copy)).isEmpty();
        assertThat(sessions.reissue(data, copy)).isEmpty();
        assertThat(sessions.write(data, late -> late.withTokens(List.of(), "rt"), copy))
                .isEmpty();
    }

    @Test
    @Tag("SC-24")
    @Tag("F-25")
    void restoreWhenTheClockGoesBackThenAliveAndNotBeyondTheAbsoluteEnd() {
        write(sessions, large(100));
        time.advance(Duration.ofMinutes(-10));
        assertThat(sessions.restore(browser.cookies())).isPresent();
        time.advance(Duration.ofMinutes(-50));
        roll(sessions);
        assertThat(sessions.latestEndOf(
                        sessions.restore(browser.cookies()).orElseThrow().data()))
                .isEqualTo(FixedTime.START.plus(Duration.ofDays(3)));
    }
}
