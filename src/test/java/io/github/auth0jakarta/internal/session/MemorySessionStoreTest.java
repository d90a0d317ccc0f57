package io.github.auth0jakarta.internal.session;

import static io.github.auth0jakarta.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.Auth0ErrorCode;
import io.github.auth0jakarta.spi.SessionStore.Entry;
import io.github.auth0jakarta.testing.FixedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemorySessionStoreTest {
    private static final String ISSUER = "https://tenant.example/";

    private final FixedTime time = new FixedTime();
    private final MemorySessionStore store = new MemorySessionStore(3, time);

    private Entry entry(long version, String subject, @Nullable String sid) {
        return entry(version, subject, sid, time.instant());
    }

    private Entry entry(long version, String subject, @Nullable String sid, Instant issuedAt) {
        return new Entry("content", version, time.instant().plusSeconds(60), ISSUER, subject, sid, issuedAt);
    }

    @Test
    void findWhenAddedThenThereUntilItExpires() {
        store.add("k", entry(1, "ada", null));
        time.advance(Duration.ofSeconds(59));
        assertThat(store.find("k")).isPresent();
        time.advance(Duration.ofSeconds(1));
        assertThat(store.find("k")).isEmpty();
    }

    @Test
    void addWhenTheKeyIsInUseThenRefused() {
        store.add("k", entry(1, "ada", null));
        assertThatThrownBy(() -> store.add("k", entry(1, "bob", null))).isInstanceOf(IllegalStateException.class);
        assertThat(store.find("k").orElseThrow().subject()).isEqualTo("ada");
    }

    @Test
    @Tag("F-20")
    void addWhenFullThenRefusedAndNobodyElsesSessionEndsUntilOneExpires() {
        for (String key : List.of("1", "2", "3")) {
            store.add(key, entry(1, "ada", null));
        }
        assertRefused(Auth0ErrorCode.SESSION_STORE_FULL, () -> store.add("4", entry(1, "ada", null)));
        assertThat(store.find("1")).isPresent();
        assertThat(store.find("4")).isEmpty();
        time.advance(Duration.ofSeconds(60));
        store.add("4", entry(1, "ada", null));
        assertThat(store.find("4")).isPresent();
    }

    @Test
    void replaceWhenItIsTheNextVersionThenReplacedElseNot() {
        store.add("k", entry(1, "ada", null));
        assertThat(store.replace("k", entry(3, "ada", null))).isFalse();
        assertThat(store.replace("k", entry(1, "ada", null))).isFalse();
        assertThat(store.replace("k", entry(2, "ada", null))).isTrue();
        assertThat(store.replace("k", entry(2, "ada", null))).isFalse();
        assertThat(store.find("k").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    @Tag("F-29")
    void replaceWhenDeletedThenItDoesNotComeBack() {
        store.add("k", entry(1, "ada", null));
        store.delete("k");
        assertThat(store.replace("k", entry(2, "ada", null))).isFalse();
        assertThat(store.find("k")).isEmpty();
    }

    @Test
    void deleteWhenASidIsNamedThenThatSessionOnly() {
        store.add("1", entry(1, "ada", "s1"));
        store.add("2", entry(1, "ada", "s2"));
        assertThat(store.replace("1", entry(2, "ada", "s1"))).isTrue();
        assertThat(store.delete(ISSUER, "bob", "s1", time.instant())).isZero();
        assertThat(store.delete("https://other.example/", null, "s1", time.instant()))
                .isZero();
        assertThat(store.delete(ISSUER, "ada", "s1", time.instant())).isEqualTo(1);
        assertThat(store.find("1")).isEmpty();
        assertThat(store.find("2")).isPresent();
    }

    @Test
    void deleteWhenASubjectIsNamedThenAllThatWereIssuedBefore() {
        store.add("1", entry(1, "ada", null));
        store.add("2", entry(1, "ada", "s2"));
        store.add("3", entry(1, "ada", null, time.instant().plusSeconds(1)));
        assertThat(store.delete(ISSUER, "ada", null, time.instant())).isEqualTo(2);
        assertThat(store.find("3")).isPresent();
        assertThat(store.delete(ISSUER, "ada", null, time.instant())).isZero();
    }

    @Test
    void deleteWhenNothingIsNamedThenRefused() {
        assertThatThrownBy(() -> store.delete(ISSUER, null, null, time.instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("F-35")
    void deleteWhenASubjectHasTenThousandSessionsAmongOthersThenAllOfThem() {
        MemorySessionStore large = new MemorySessionStore(100_000, time);
        for (int i = 0; i < 10_000; i++) {
            large.add("a" + i, entry(1, "ada", "sid" + i));
            large.add("b" + i, entry(1, "bob" + i, null));
        }
        assertThat(large.delete(ISSUER, "ada", null, time.instant())).isEqualTo(10_000);
        assertThat(large.find("b1")).isPresent();
        assertThat(large.delete(ISSUER, null, "sid1", time.instant())).isZero();
    }
}
