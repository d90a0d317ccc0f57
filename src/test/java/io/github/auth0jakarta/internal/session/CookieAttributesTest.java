package io.github.auth0jakarta.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0jakarta.internal.config.SameSite;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieAttributesTest {

    private static final CookieAttributes STRONGEST = new CookieAttributes("/", null, true, SameSite.LAX, true);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/,      -,           true,  __Host-session",
                "/shop,  -,           true,  __Secure-session",
                "/,      example.com, true,  __Secure-session",
                "/,      -,           false, session",
                "/shop,  example.com, false, session",
            })
    @Tag("SC-01")
    void nameOfWhenAttributesAllowThenPrefixed(String path, String domain, boolean secure, String expected) {
        CookieAttributes attributes = new CookieAttributes(path, domain, secure, SameSite.LAX, true);
        assertThat(attributes.nameOf("session")).isEqualTo(expected);
        assertThat(attributes.nameOf("__Host-session")).isEqualTo(expected);
        assertThat(attributes.nameOf("__secure-session")).isEqualTo(expected);
    }

    @Test
    @Tag("SC-01")
    void setWhenStrongestThenAllAttributes() {
        assertThat(STRONGEST.set("__Host-session", "abc", Duration.ofHours(1)))
                .isEqualTo("__Host-session=abc; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void setWhenDomainAndPathAndPlainHttpThenThese() {
        CookieAttributes attributes = new CookieAttributes("/shop", "example.com", false, SameSite.STRICT, true);
        assertThat(attributes.set("session", "abc", Duration.ofMillis(1_999)))
                .isEqualTo("session=abc; Path=/shop; Domain=example.com; Max-Age=1; HttpOnly; SameSite=Strict");
    }

    @Test
    void setWhenNotPersistentThenNoMaxAgeButDeletedWithOne() {
        CookieAttributes attributes = new CookieAttributes("/", null, true, SameSite.NONE, false);
        assertThat(attributes.set("a", "b", Duration.ofHours(1)))
                .isEqualTo("a=b; Path=/; Secure; HttpOnly; SameSite=None");
        assertThat(attributes.delete("a")).isEqualTo("a=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=None");
    }

    @Test
    void setWhenTimeIsNegativeThenMaxAgeZero() {
        assertThat(STRONGEST.set("a", "b", Duration.ofSeconds(-5))).contains("; Max-Age=0;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a;b", "a,b", "a\"b", "a\\b", "a\r\nSet-Cookie: x=y", "ä", "\u0000"})
    void setWhenValueIsNoCookieValueThenRefusedWithoutItsText(String value) {
        assertThatThrownBy(() -> STRONGEST.set("a", value, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not allowed in a cookie: value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a=b", "a;b", "a\r\nb", "ä"})
    void setWhenNameIsNoTokenThenRefused(String name) {
        assertThatThrownBy(() -> STRONGEST.delete(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop", "/a;Domain=evil.example", "/a b", "/\r\nx", "/ä"})
    void constructorWhenPathIsNoneThenRefused(String path) {
        assertThatThrownBy(() -> new CookieAttributes(path, null, true, SameSite.LAX, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".example.com", "a;b", "a/b", "a:80", "a b"})
    void constructorWhenDomainIsNoneThenRefused(String domain) {
        assertThatThrownBy(() -> new CookieAttributes("/", domain, true, SameSite.LAX, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void constructorWhenSameSiteNoneWithoutSecureThenRefused() {
        assertThatThrownBy(() -> new CookieAttributes("/", null, false, SameSite.NONE, true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
