package io.github.auth0jakarta.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieSecretTest {

    private static final String HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345678",
                "changeit",
                "9f86d081884c7d659a2feaa0c55ad01",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "abababababababababababababababababababab",
                "changeitchangeitchangeitchangeit",
                "password1234567password1234567password1234567pas",
                "0123456789abcde0123456789abcde01",
                "00000000000000000000000000000000000000001234567",
            })
    @Tag("SC-03")
    void weaknessOfWhenWeakThenNamedAndRefused(String text) {
        assertThat(CookieSecret.weaknessOf(text)).isPresent();
        assertThatThrownBy(() -> CookieSecret.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The secret ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"changeitchangeitchangeitchangeit", "password1234567password1234567password1234567pas"})
    void weaknessOfWhenWeakThenSaysNothingOfIt(String text) {
        assertThat(CookieSecret.weaknessOf(text).orElseThrow()).doesNotContain(text.substring(0, 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEX,
                "9f86d081884c7d659a2feaa0c55ad015",
                "000000000000000000000000000000000000000012345678",
                "0123456789abcdef0123456789abcdef",
                "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
                "äöüßéèêçñøåæœłźżšč",
                "correct horse battery staple and some more words"
            })
    void weaknessOfWhenLongAndVariedThenNone(String text) {
        assertThat(CookieSecret.weaknessOf(text)).isEmpty();
        assertThat(CookieSecret.of(text).bytes()).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void toStringWhenCalledThenSaysNothing() {
        assertThat(CookieSecret.of(HEX)).hasToString("CookieSecret[hidden]");
    }

    @Test
    void bytesWhenChangedThenSecretStays() {
        CookieSecret secret = CookieSecret.of(HEX);
        secret.bytes()[0] = 0;
        assertThat(secret.bytes()).asString().isEqualTo(HEX);
    }
}
