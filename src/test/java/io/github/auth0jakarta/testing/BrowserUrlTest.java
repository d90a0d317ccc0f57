package io.github.auth0jakarta.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The tests' own idea of a browser, WHATWG URL 4.4")
class BrowserUrlTest {

    private static final BrowserUrl PAGE = BrowserUrl.absolute("https://app.example.com/shop/cart");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/a/b?c#d,                       https://app.example.com, /a/b",
                "a,                              https://app.example.com, /shop/a",
                "?a=//evil.example,              https://app.example.com, /shop/cart",
                "//evil.example/a,               https://evil.example,    /a",
                "/\\evil.example,                https://evil.example,    /",
                "\\\\\\evil.example,             https://evil.example,    /",
                "////evil.example,               https://evil.example,    /",
                "https:evil,                     https://app.example.com, /shop/evil",
                "https:/evil,                    https://app.example.com, /evil",
                "https:\\\\evil.example,         https://evil.example,    /",
                "http:evil.example,              http://evil.example,     /",
                "http:/evil.example,             http://evil.example,     /",
                "https://app.example.com@evil.example/x,  https://evil.example, /x",
                "https://a:b@c@evil.example:443, https://evil.example,    /",
                "https://evil.example:8443/,     https://evil.example:8443, /",
                "https://app.example.com\\@evil.example, https://app.example.com, /@evil.example",
                "https://EVIL%2Eexample/,        https://evil.example,    /",
                "javascript:alert(1),            javascript:,             alert(1)",
                "/a/.%2E//evil.example,          https://app.example.com, //evil.example",
                "/a/./b/../c,                    https://app.example.com, /a/c",
                "/a/..,                          https://app.example.com, /",
            })
    void resolveWhenUrlThenOriginAndPath(String text, String origin, String path) {
        assertThat(PAGE.resolve(text)).contains(new BrowserUrl(origin, path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/\t/evil.example", " //evil.example", "\u0000//evil.example", "/\r\n/evil.example"})
    void resolveWhenControlCharactersThenTheyAreDropped(String text) {
        assertThat(PAGE.resolve(text).orElseThrow().origin()).isEqualTo("https://evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil\u3002example", "//\uFF25vil.example", "//evil\u00AD.example"})
    void resolveWhenHostHasCompatibleCharactersThenMapped(String text) {
        assertThat(PAGE.resolve(text).orElseThrow().origin()).isEqualTo("https://evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "https://", "https://a b/", "https://a:b/", "https://a:99x", "https://[::1"})
    void resolveWhenNoUrlThenEmpty(String text) {
        assertThat(PAGE.resolve(text)).isEmpty();
    }
}
