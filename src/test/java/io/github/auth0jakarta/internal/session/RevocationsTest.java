package io.github.auth0jakarta.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.testing.FixedTime;
import io.github.auth0jakarta.testing.TestSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RevocationsTest {
    private static final Duration LONGEST = Duration.ofDays(3);

    private final FixedTime time = new FixedTime();
    private final MemoryRevocationStore store = new MemoryRevocationStore(1_000, time);
    private final Revocations revocations = of("https://tenant.example/");

    private Revocations of(String issuer) {
        return new Revocations(() -> store, issuer, LONGEST, time);
    }

    private SessionData session(String id, String subject, @Nullable String sid, Instant issuedAt) {
        SessionData like = TestSessions.of("i.d.t", List.of(), null, subject, Set.of(), sid, issuedAt, time.instant());
        return new SessionData(id, like.login(), like.tokens(), like.attributes(), time.instant());
    }

    private SessionData session(String id, String subject, @Nullable String sid) {
        return session(id, subject, sid, time.instant());
    }

    @Test
    void revokeWhenOneSessionThenOnlyThatOne() {
        revocations.revoke(session("1", "ada", "s"));
        assertThat(revocations.isRevoked(session("1", "ada", "s"))).isTrue();
        assertThat(revocations.isRevoked(session("2", "ada", "s"))).isFalse();
    }

    @Test
    @Tag("BL-01")
    void revokeWhenASidIsNamedThenThatSessionOfTheProvider() {
        revocations.revoke(null, "s", time.instant());
        assertThat(revocations.isRevoked(session("1", "ada", "s"))).isTrue();
        assertThat(revocations.isRevoked(session("2", "ada", "t"))).isFalse();
        assertThat(revocations.isRevoked(session("3", "ada", null))).isFalse();
    }

    @Test
    @Tag("BL-01")
    void revokeWhenBothAreNamedThenBothHaveToMatch() {
        revocations.revoke("ada", "s", time.instant());
        assertThat(revocations.isRevoked(session("1", "ada", "s"))).isTrue();
        assertThat(revocations.isRevoked(session("2", "bob", "s"))).isFalse();
        assertThat(revocations.isRevoked(session("3", "ada", "t"))).isFalse();
    }

    @Test
    @Tag("BL-01")
    @Tag("BL-10")
    void revokeWhenASubjectIsNamedThenAllOfItThatBeganBefore() {
        revocations.revoke("ada", null, time.instant());
        assertThat(revocations.isRevoked(session("1", "ada", "s"))).isTrue();
        assertThat(revocations.isRevoked(session("2", "ada", null))).isTrue();
        assertThat(revocations.isRevoked(session("3", "bob", null))).isFalse();
        assertThat(revocations.isRevoked(
                        session("4", "ada", null, time.instant().plusSeconds(1))))
                .isFalse();
        // An older token that comes late takes nothing back.
        revocations.revoke("ada", null, time.instant().minusSeconds(100));
        assertThat(revocations.isRevoked(session("1", "ada", "s"))).isTrue();
    }

    @Test
    void revokeWhenOfAnotherIssuerThenNothing() {
        of("https://other.example/").revoke("ada", "s", time.instant());
        assertThat(revocations.isRevoked(session("1", "ada", "s"))).isFalse();
    }

    /** Where the application offers a store that its nodes share. */
    @Test
    @Tag("BL-15")
    void isRevokedWhenAnotherNodeWasToldBeforeThisOneStartedThenHereToo() {
        revocations.revoke("ada", null, time.instant());
        Revocations startedLater = of("https://tenant.example/");
        assertThat(startedLater.isRevoked(session("1", "ada", "s"))).isTrue();
        assertThat(startedLater.isRevoked(session("2", "bob", "s"))).isFalse();
    }

    @Test
    void revokeWhenNothingIsNamedThenRefused() {
        assertThatThrownBy(() -> revocations.revoke(null, null, time.instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("BL-14")
    void isRevokedWhenTheLongestSessionWouldHaveEndedThenForgottenAndNotBefore() {
        SessionData session = session("1", "ada", "s");
        revocations.revoke("ada", "s", time.instant());
        time.advance(LONGEST);
        assertThat(revocations.isRevoked(session)).isTrue();
        time.advance(Duration.ofHours(1));
        assertThat(revocations.isRevoked(session)).isFalse();
    }

    @Test
    void isFirstUseWhenRememberedThenOnceUntilItWouldBeRefusedAnyway() {
        Instant until = time.instant().plusSeconds(10);
        assertThat(revocations.isFirstUse("jti", until)).isTrue();
        assertThat(revocations.isFirstUse("jti", until)).isFalse();
        assertThat(revocations.isFirstUse("other", until)).isTrue();
        time.advance(Duration.ofSeconds(10));
        assertThat(revocations.isFirstUse("jti", until.plusSeconds(10))).isTrue();
    }
}
