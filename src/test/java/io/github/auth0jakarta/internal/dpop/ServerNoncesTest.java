package io.github.auth0jakarta.internal.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0jakarta.internal.config.CookieSecret;
import io.github.auth0jakarta.testing.FixedTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9449, 8, 9 and 11.3. */
class ServerNoncesTest {
    private static final CookieSecret SECRET = CookieSecret.of("4b1a9c3d5e7f60718293a4b5c6d7e8f9");
    private static final CookieSecret NEW_SECRET = CookieSecret.of("f0e1d2c3b4a5968778695a4b3c2d1e0f");

    private final FixedTime time = new FixedTime();
    private final ServerNonces nonces = nonces(time);

    static ServerNonces nonces(FixedTime time) {
        return new ServerNonces(List.of(SECRET), time);
    }

    @Test
    void currentWhenMadeThenOfTheCharactersOfANonceAndAccepted() {
        assertThat(nonces.current()).matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]{27}");
        assertThat(nonces.accepts(nonces.current())).isTrue();
        assertThat(nonces.isEnding(nonces.current())).isFalse();
    }

    @Test
    @Tag("DP-18")
    void acceptsWhenFiveMinutesHavePassedThenNot() {
        String nonce = nonces.current();
        time.advance(Duration.ofSeconds(239));
        assertThat(nonces.accepts(nonce)).isTrue();
        assertThat(nonces.isEnding(nonce)).isTrue();
        time.advance(Duration.ofSeconds(1));
        assertThat(nonces.accepts(nonce)).isFalse();
    }

    @Test
    @Tag("DP-18")
    void acceptsWhenMadeByAnotherNodeThenAlsoWithAClockThatIsAhead() {
        FixedTime ahead = new FixedTime();
        ahead.advance(Duration.ofSeconds(60));
        String nonce = nonces(ahead).current();
        assertThat(nonces.accepts(nonce)).isTrue();
        ahead.advance(Duration.ofSeconds(1));
        assertThat(nonces.accepts(nonces(ahead).current())).isFalse();
        time.advance(Duration.ofMinutes(5));
        assertThat(nonces.accepts(nonce))
                .as("five minutes at most, whoever made it")
                .isFalse();
    }

    @Test
    void acceptsWhenTheSecretIsRotatedThenTheOldOneIsStillGood() {
        ServerNonces rotated = new ServerNonces(List.of(NEW_SECRET, SECRET), time);
        assertThat(rotated.accepts(nonces.current())).isTrue();
        assertThat(rotated.accepts(rotated.current())).isTrue();
        assertThat(nonces.accepts(rotated.current())).isFalse();
    }

    @Test
    @Tag("DP-18")
    void currentWhenTheTimeIsKnownThenStillNotToBeGuessed() {
        assertThat(new ServerNonces(List.of(NEW_SECRET), time).current()).isNotEqualTo(nonces.current());
        String before = nonces.current();
        time.advance(Duration.ofSeconds(1));
        // Only the time in it may be moved on by somebody else; the hash is of another time then.
        String forged = nonces.current().substring(0, 6) + before.substring(6);
        assertThat(forged).isNotEqualTo(before).isNotEqualTo(nonces.current());
        assertThat(nonces.accepts(forged)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%", "a.b", "ü"})
    void acceptsWhenItIsNoneOfOursThenNot(String nonce) {
        assertThat(nonces.accepts(nonce)).isFalse();
    }
}
