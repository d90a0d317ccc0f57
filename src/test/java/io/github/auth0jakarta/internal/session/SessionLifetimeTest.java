package io.github.auth0jakarta.internal.session;

import static io.github.auth0jakarta.testing.TestSessions.LOGIN_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.testing.TestSessions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionLifetimeTest {

    private static final Duration ABSOLUTE = Duration.ofDays(3);
    private static final Duration INACTIVITY = Duration.ofDays(1);

    private final SessionLifetime rolling = new SessionLifetime(true, ABSOLUTE, INACTIVITY);
    private final SessionLifetime fixed = new SessionLifetime(false, ABSOLUTE, INACTIVITY);

    private static Instant afterLogin(String duration) {
        return LOGIN_TIME.plus(Duration.parse(duration));
    }

    @ParameterizedTest
    @CsvSource({
        // written at, now, alive
        "PT0S,  PT0S,             true",
        "PT0S,  PT23H59M59.999S,  true",
        "PT0S,  PT24H,            false",
        "PT0S,  PT24H1S,          false",
        "PT10H, PT33H59M59S,      true",
        "PT10H, PT34H,            false",
        "PT60H, PT71H59M59.999S,  true",
        "PT60H, PT72H,            false",
        "PT60H, PT84H,            false",
    })
    @Tag("SC-13")
    void isAliveWhenRollingThenUntilInactivityOrAbsoluteEnd(String updated, String now, boolean alive) {
        SessionData session = TestSessions.updatedAt(afterLogin(updated));
        assertThat(rolling.isAlive(session, afterLogin(now))).isEqualTo(alive);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,  PT71H59M59.999S, true",
        "PT0S,  PT72H,           false",
        "PT71H, PT72H,           false",
    })
    void isAliveWhenNotRollingThenUntilAbsoluteEndWhateverIsWritten(String updated, String now, boolean alive) {
        SessionData session = TestSessions.updatedAt(afterLogin(updated));
        assertThat(fixed.isAlive(session, afterLogin(now))).isEqualTo(alive);
    }

    @Test
    @Tag("SC-13")
    void isAliveWhenUsedEveryMinuteThenNeverPastTheAbsoluteEnd() {
        SessionData session = TestSessions.least();
        Instant now = LOGIN_TIME;
        while (rolling.isAlive(session, now)) {
            if (rolling.isWriteDue(session, now)) {
                session = session.withUpdatedAt(now);
            }
            now = now.plusSeconds(60);
        }
        assertThat(now).isEqualTo(LOGIN_TIME.plus(ABSOLUTE));
    }

    @Test
    @Tag("SC-24")
    void isAliveWhenClockGoesBackTenMinutesThenAlive() {
        Instant before = LOGIN_TIME.minusSeconds(600);
        assertThat(rolling.isAlive(TestSessions.least(), before)).isTrue();
        assertThat(fixed.isAlive(TestSessions.least(), before)).isTrue();
        assertThat(rolling.isWriteDue(TestSessions.least(), before)).isFalse();
        assertThat(rolling.maxAge(TestSessions.least(), before)).isEqualTo(INACTIVITY.plusSeconds(600));
    }

    @Test
    void latestEndOfWhenTheProviderSetsACeilingThenHalfAMinuteBeforeItUnlessTheAbsoluteEndIsEarlier() {
        assertThat(rolling.latestEndOf(withCeiling(LOGIN_TIME.plusSeconds(3_600))))
                .isEqualTo(LOGIN_TIME.plusSeconds(3_570));
        assertThat(rolling.latestEndOf(withCeiling(LOGIN_TIME.plus(ABSOLUTE).plusSeconds(31))))
                .isEqualTo(LOGIN_TIME.plus(ABSOLUTE));
        SessionData session = withCeiling(LOGIN_TIME.plusSeconds(3_600));
        assertThat(fixed.isAlive(session, LOGIN_TIME.plusSeconds(3_569))).isTrue();
        assertThat(fixed.isAlive(session, LOGIN_TIME.plusSeconds(3_570))).isFalse();
        assertThat(rolling.maxAge(session, LOGIN_TIME.plusSeconds(3_500))).isEqualTo(Duration.ofSeconds(70));
    }

    private static SessionData withCeiling(Instant ceiling) {
        SessionData.Login login = TestSessions.least().login();
        return TestSessions.least()
                .withLogin(new SessionData.Login(
                        login.idToken(),
                        login.subject(),
                        login.callerName(),
                        login.groups(),
                        login.sid(),
                        login.issuedAt(),
                        login.createdAt(),
                        ceiling,
                        login.hiddenClaims()));
    }

    @Test
    void endOfWhenRollingThenTheEarlierEnd() {
        assertThat(rolling.endOf(TestSessions.least())).isEqualTo(afterLogin("P1D"));
        assertThat(rolling.endOf(TestSessions.updatedAt(afterLogin("PT60H")))).isEqualTo(afterLogin("P3D"));
        assertThat(fixed.endOf(TestSessions.least())).isEqualTo(afterLogin("P3D"));
    }

    @Test
    void maxAgeWhenWrittenNowThenUntilTheEndAndNeverNegative() {
        assertThat(rolling.maxAge(TestSessions.least(), LOGIN_TIME)).isEqualTo(INACTIVITY);
        SessionData late = TestSessions.updatedAt(afterLogin("PT60H"));
        assertThat(rolling.maxAge(late, afterLogin("PT60H"))).isEqualTo(Duration.ofHours(12));
        assertThat(fixed.maxAge(TestSessions.least(), LOGIN_TIME)).isEqualTo(ABSOLUTE);
        assertThat(rolling.maxAge(late, afterLogin("P4D"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"PT59S, false", "PT59.999S, false", "PT60S, true", "PT2H, true"})
    @Tag("SC-21")
    void isWriteDueWhenRollingThenAfterAMinute(String sinceWrite, boolean due) {
        assertThat(rolling.isWriteDue(TestSessions.least(), afterLogin(sinceWrite)))
                .isEqualTo(due);
        assertThat(fixed.isWriteDue(TestSessions.least(), afterLogin(sinceWrite)))
                .isFalse();
    }

    @Test
    void isWriteDueWhenInactivityIsShortThenBeforeTheSessionEnds() {
        SessionLifetime brief = new SessionLifetime(true, ABSOLUTE, Duration.ofSeconds(10));
        assertThat(brief.isWriteDue(TestSessions.least(), LOGIN_TIME.plusSeconds(4)))
                .isFalse();
        assertThat(brief.isWriteDue(TestSessions.least(), LOGIN_TIME.plusSeconds(5)))
                .isTrue();
    }

    @Test
    void constructorWhenNoDurationThenRefused() {
        assertThatThrownBy(() -> new SessionLifetime(true, Duration.ZERO, INACTIVITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SessionLifetime(true, ABSOLUTE, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
